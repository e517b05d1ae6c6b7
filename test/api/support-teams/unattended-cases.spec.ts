import fc from 'fast-check';
import { type Holding, isUnattended, LEAD_ROLE } from '#domain/support-case';
import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase, aSharedCase, takeStep } from '../../support/arrangements/cases.js';
import { staffIdOf } from '../../support/arrangements/staff.js';

describe('担当者不在', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const queueOf = async (login: string): Promise<{ caseId: string; lastLead: string | null }[]> =>
    (await (await t.as(login)).get('/unattended-cases')).body.items;
  const isIn = async (login: string, caseId: string): Promise<boolean> =>
    (await queueOf(login)).some((line) => line.caseId === caseId);
  const takeOver = async (login: string, body: object) => (await t.as(login)).post('/unattended-cases/take-over', body);

  describe('GET /api/v1/unattended-cases', () => {
    it('is for those who support people', async () => {
      expect((await t.anonymous.get('/unattended-cases')).status).toBe(401);
      for (const login of ['administrator', 'auditor'])
        expect((await (await t.as(login)).get('/unattended-cases')).status).toBe(403);
    });

    it('tells of a case without a lead to its own organisation, and to no other site', async () => {
      const { caseId } = await aCase(t, 'caseworker', { role: '通訳' });
      expect(await isIn('city-supervisor', caseId)).toBe(true);
      expect(await isIn('hw-supervisor', caseId)).toBe(false);
      expect(await isIn('stranger-supervisor', caseId)).toBe(false);
      await takeStep(t, 'caseworker', caseId, 'close', { closeReason: 'moved' });
      expect(await isIn('city-supervisor', caseId)).toBe(false);
    });

    it('tells of a lead who works here no more, each side of its own', async () => {
      const { caseId } = await aSharedCase(t);
      expect(await isIn('hw-supervisor', caseId)).toBe(false);
      await t.owner.query(`UPDATE staff SET employed_until = '2026-06-10' WHERE login = 'navigator'`);
      try {
        expect(await isIn('hw-supervisor', caseId)).toBe(true);
        expect(await isIn('city-supervisor', caseId)).toBe(false);
        const body = { staffId: await staffIdOf(t, 'navigator2'), caseIds: [caseId] };
        expect((await takeOver('hw-supervisor', body)).body.items).toEqual([
          { caseId, result: 'assigned', reason: null },
        ]);
        expect(await isIn('hw-supervisor', caseId)).toBe(false);
      } finally {
        await t.owner.query(`UPDATE staff SET employed_until = NULL WHERE login = 'navigator'`);
      }
    });

    it('property: the view says what the rule says, whatever the team was', async () => {
      const { caseId, jobseekerId } = await aCase(t, 'caseworker');
      const here = await staffIdOf(t, 'caseworker');
      const gone = await staffIdOf(t, 'caseworker2');
      const [city] = await t.owner.query(
        `SELECT o.id AS own, other.id AS other, c.site_id FROM support_case c JOIN organisation o ON o.id = c.org_id, organisation other
          WHERE c.id = $1 AND other.code = 'hw-mihon'`,
        [caseId],
      );
      await t.owner.query(`UPDATE staff SET employed_until = '2026-06-10' WHERE id = $1`, [gone]);
      const day = fc.constantFrom('2026-06-01', '2026-06-09', '2026-06-10', '2026-06-11', '2026-07-01');
      const holding = fc.record({
        staffId: fc.constantFrom(here, gone),
        organisationId: fc.constantFrom<number>(city.own, city.other),
        role: fc.constantFrom(LEAD_ROLE, '副担当'),
        startsOn: day,
        endsOn: fc.option(day),
        endedWith: fc.constantFrom('closing', 'departure', null),
      });
      const owner = t.owner.createQueryRunner();
      try {
        await fc.assert(
          fc.asyncProperty(fc.array(holding, { maxLength: 5 }), async (rows) => {
            await owner.query('BEGIN');
            try {
              await owner.query(`SELECT enter_worker(NULL, NULL, '{}', '{}', NULL, '2026-06-10T12:00:00+09:00')`);
              await owner.query('DELETE FROM case_assignment WHERE support_case_id = $1', [caseId]);
              for (const row of rows) {
                if (row.endsOn !== null && row.endsOn < row.startsOn) continue;
                await owner.query(
                  `INSERT INTO case_assignment (id, site_id, org_id, jobseeker_id, support_case_id, staff_id, staff_org_id, role, starts_on,
                    ends_on, ended_with)
                   VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
                  [
                    city.site_id,
                    city.own,
                    jobseekerId,
                    caseId,
                    row.staffId,
                    row.organisationId,
                    row.role,
                    row.startsOn,
                    row.endsOn,
                    row.endsOn === null ? null : row.endedWith,
                  ],
                );
              }
              const team: Holding[] = await owner.query(
                `SELECT staff_id AS "staffId", staff_org_id AS "organisationId", role, starts_on::text AS "startsOn",
                  ends_on::text AS "endsOn", ended_with AS "endedWith"
                 FROM case_assignment WHERE support_case_id = $1`,
                [caseId],
              );
              const told = (
                await owner.query('SELECT organisation_id AS id FROM unattended_case WHERE support_case_id = $1', [
                  caseId,
                ])
              ).map(({ id }: { id: number }) => id);
              const expected = [city.own, city.other].filter((organisationId) =>
                isUnattended({ organisationId: city.own, team }, organisationId, '2026-06-10', (id) => id === here),
              );
              expect(told.sort()).toEqual(expected.sort());
            } finally {
              await owner.query('ROLLBACK');
            }
          }),
          { numRuns: 150 },
        );
      } finally {
        await owner.release();
        await t.owner.query('UPDATE staff SET employed_until = NULL WHERE id = $1', [gone]);
      }
    });
  });

  describe('POST /api/v1/unattended-cases/take-over', () => {
    it('is refused to everybody else', async () => {
      const body = { staffId: await staffIdOf(t, 'caseworker'), caseIds: [] };
      expect((await t.anonymous.post('/unattended-cases/take-over', body)).status).toBe(401);
      expect((await takeOver('administrator', body)).status).toBe(403);
    });

    it('answers for each: one refusal keeps back no other', async () => {
      const free = await aCase(t, 'caseworker', { role: '通訳' });
      const led = await aCase(t, 'caseworker');
      const body = { staffId: await staffIdOf(t, 'caseworker2'), caseIds: [led.caseId, free.caseId] };
      expect((await takeOver('city-supervisor', body)).body.items).toEqual([
        { caseId: led.caseId, result: 'refused', reason: 'role_is_taken' },
        { caseId: free.caseId, result: 'assigned', reason: null },
      ]);
      // A case out of sight is not there.
      const hidden = { ...body, staffId: await staffIdOf(t, 'stranger'), caseIds: [free.caseId] };
      expect((await takeOver('stranger-supervisor', hidden)).body.items).toEqual([
        { caseId: free.caseId, result: 'refused', reason: 'not_found' },
      ]);
    });

    it('asks for at least one', async () => {
      const body = { staffId: await staffIdOf(t, 'caseworker2'), caseIds: [] };
      expect((await takeOver('city-supervisor', body)).body.error.fields).toEqual([
        expect.objectContaining({ field: 'caseIds', code: 'choose_one' }),
      ]);
    });

    it('takes nobody of the other side', async () => {
      const { caseId } = await aCase(t, 'caseworker', { role: '通訳' });
      const body = { staffId: await staffIdOf(t, 'navigator'), caseIds: [caseId] };
      expect((await takeOver('city-supervisor', body)).body.error.fields).toEqual([
        expect.objectContaining({ field: 'staffId', code: 'not_one_of' }),
      ]);
    });
  });
});
