import { startApplication, type TestApplication } from '../../support/application.js';

const SETTINGS = {
  name: '見本市就労支援コーナー',
  openedOn: '2024-04-01',
  planCountsWhen: 'drawn_up',
  consultationEditableMinutes: 60,
  stalledAfterDays: 14,
  smallNumberLimit: 5,
  glassMinutes: 30,
  protectionLiftBy: 'one',
  guardianAgeParticipation: 20,
  guardianAgeSharing: 18,
  version: 1,
};

describe('the site', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  describe('GET /api/v1/site', () => {
    it('answers 401 to nobody', async () => {
      expect((await t.anonymous.get('/site')).status).toBe(401);
    });

    it.each(['caseworker', 'navigator', 'city-supervisor', 'administrator', 'auditor'])(
      'shows %s the site they work in',
      async (login) => {
        const { status, body } = await (await t.as(login)).get('/site');
        expect(status).toBe(200);
        expect(body).toMatchObject({
          code: 'mihon',
          openedOn: '2024-04-01',
          agreements: [{ concludedOn: '2024-03-15' }],
          council: { members: [{ organisationName: '見本労働局', post: '職業安定部長' }] },
        });
        expect(body.organisations.map(({ side }: { side: string }) => side)).toEqual(['municipal', 'national']);
      },
    );

    it('shows a stranger their own', async () => {
      expect((await (await t.as('stranger')).get('/site')).body.code).toBe('bekken');
    });
  });

  describe('PUT /api/v1/site', () => {
    it.each(['caseworker', 'hw-supervisor', 'auditor', 'stranger'])('answers 403 to %s', async (login) => {
      expect((await (await t.as(login)).put('/site', SETTINGS)).status).toBe(403);
    });

    it('changes the settings of this site alone, and audits them', async () => {
      expect((await (await t.as('administrator')).put('/site', SETTINGS)).status).toBe(204);
      expect(
        await t.owner.query('SELECT code, plan_counts_when, stalled_after_days, version FROM site ORDER BY code'),
      ).toEqual([
        { code: 'bekken', plan_counts_when: 'agreed', stalled_after_days: 30, version: 1 },
        { code: 'mihon', plan_counts_when: 'drawn_up', stalled_after_days: 14, version: 2 },
      ]);
      const [audit] = await t.owner.query(`SELECT changes FROM audit_entry WHERE action = 'site.edited'`);
      expect(audit.changes).toEqual({
        planCountsWhen: { from: 'agreed', to: 'drawn_up' },
        consultationEditableMinutes: { from: 1440, to: 60 },
        stalledAfterDays: { from: 30, to: 14 },
        smallNumberLimit: { from: 3, to: 5 },
        glassMinutes: { from: 60, to: 30 },
        protectionLiftBy: { from: 'two', to: 'one' },
        guardianAgeParticipation: { from: 18, to: 20 },
        guardianAgeSharing: { from: 16, to: 18 },
      });
    });

    it('tells a stale edit who was faster', async () => {
      const { status, body } = await (await t.as('administrator')).put('/site', SETTINGS);
      expect([status, body.error.code, body.error.conflict.changedBy]).toEqual([409, 'stale_edit', '架空 管']);
    });

    it('does not open later than its first record', async () => {
      await (await t.as('navigator')).post('/visits', { visitedOn: '2024-04-02', quantity: 1 });
      const later = await (
        await t.as('administrator')
      ).put('/site', { ...SETTINGS, openedOn: '2024-04-03', version: 2 });
      expect(later.body.error.fields).toEqual([
        expect.objectContaining({ field: 'openedOn', code: 'records_before_opening' }),
      ]);
      expect(
        (await (await t.as('administrator')).put('/site', { ...SETTINGS, openedOn: '2024-04-02', version: 2 })).status,
      ).toBe(204);
    });

    it.each([
      ['no name', { name: ' ' }, 'name', 'required'],
      ['a moment nobody knows', { planCountsWhen: 'sometime' }, 'planCountsWhen', 'not_one_of'],
      ['an age at which nobody is a minor', { guardianAgeSharing: 14 }, 'guardianAgeSharing', 'out_of_range'],
      ['a limit under which nothing is small', { smallNumberLimit: 1 }, 'smallNumberLimit', 'out_of_range'],
      ['no days at all', { stalledAfterDays: 0 }, 'stalledAfterDays', 'out_of_range'],
    ])('answers 422 with the field to %s', async (_, change, field, code) => {
      const { body } = await (await t.as('administrator')).put('/site', { ...SETTINGS, ...change });
      expect(body.error.fields).toEqual([expect.objectContaining({ field, code })]);
    });
  });
});
