import { addDays } from '#kernel';
import { interviewDue } from '#domain/referral';
import { RemindersJob } from '../../../src/notifications/index.js';
import { startApplication, type TestApplication } from '../../support/application.js';
import { takeStep } from '../../support/arrangements/cases.js';
import { withdrawSharing } from '../../support/arrangements/jobseekers.js';
import {
  type CaseInSupport,
  aCaseInSupport,
  aReferral,
  standsAt,
  timelineOf,
} from '../../support/arrangements/placements.js';
import { staffIdOf } from '../../support/arrangements/staff.js';
import { PageUser } from '../../support/pages.js';

/** 面接: date, time, place and who goes along; ahead until it was. */
describe('POST /api/v1/referrals/:id/interview', () => {
  let t: TestApplication;
  let of: CaseInSupport;
  beforeAll(async () => {
    t = await startApplication();
    of = await aCaseInSupport(t);
  });
  afterAll(() => t.close());

  const arrange = async (id: string, body: object, login = 'navigator') =>
    (await t.as(login)).post(`/referrals/${id}/interview`, body);
  const record = async (id: string, body: object) => (await t.as('navigator')).post(`/referrals/${id}/outcome`, body);
  const stored = (id: string): Promise<object[]> =>
    t.owner.query(
      `SELECT interview_on::text AS on, to_char(starts_at, 'HH24:MI') AS at, place, status, ended_on::text AS ended, reason_note AS why
       FROM interview WHERE referral_id = $1 ORDER BY interview_on, id`,
      [id],
    );
  const dayOf = async (id: string): Promise<string | null> =>
    (await t.owner.query('SELECT interview_on::text AS day FROM referral WHERE id = $1', [id]))[0].day;
  const NEXT_WEEK = '2026-06-17';

  it('answers 401, 403 and 404 to those who may not', async () => {
    const { id, version } = await aReferral(t, { ...of, letter: true });
    const body = { interviewOn: NEXT_WEEK, version };
    expect((await t.anonymous.post(`/referrals/${id}/interview`, body)).status).toBe(401);
    expect((await arrange(id, body, 'caseworker')).status).toBe(403);
    expect((await arrange(id, body, 'stranger-navigator')).status).toBe(404);
  });

  it('keeps day, hour, place and who goes along, of either side', async () => {
    const { id, version } = await aReferral(t, { ...of, letter: true });
    const accompaniedBy = await staffIdOf(t, 'caseworker');
    const said = { interviewOn: NEXT_WEEK, startsAt: '10:30', place: '本社 3階', accompaniedBy, version };
    expect((await arrange(id, said)).body).toEqual({ version: version + 1 });
    const { body } = await (await t.as('caseworker')).get(`/cases/${of.caseId}/referrals`);
    expect(body.referrals.find((one: { id: string }) => one.id === id)).toMatchObject({
      interviewOn: NEXT_WEEK,
      interviews: [
        {
          interviewOn: NEXT_WEEK,
          startsAt: '10:30',
          place: '本社 3階',
          accompaniedBy: { id: accompaniedBy, side: 'municipal' },
          status: 'arranged',
          endedOn: null,
        },
      ],
    });
    expect((await timelineOf(t, of.caseId)).at(-1)).toBe('referral.interview_arranged');
  });

  it('moves, and keeps the day that was given up, with the reason', async () => {
    const { id, version } = await aReferral(t, { ...of, letter: true });
    await arrange(id, { interviewOn: NEXT_WEEK, startsAt: '10:30', version });
    await arrange(id, { interviewOn: '2026-06-18', startsAt: '13:00', reasonNote: '先方の都合', version: version + 1 });
    expect(await stored(id)).toEqual([
      { on: NEXT_WEEK, at: '10:30', place: null, status: 'moved', ended: '2026-06-10', why: '先方の都合' },
      { on: '2026-06-18', at: '13:00', place: null, status: 'arranged', ended: null, why: null },
    ]);
    expect(await dayOf(id)).toBe('2026-06-18');
    expect((await timelineOf(t, of.caseId)).at(-1)).toBe('referral.interview_moved');
  });

  it('is the same one when only its hour, place or company is filled in', async () => {
    const { id, version } = await aReferral(t, { ...of, letter: true });
    await arrange(id, { interviewOn: NEXT_WEEK, version });
    await arrange(id, { interviewOn: NEXT_WEEK, startsAt: '09:00', place: '本社', version: version + 1 });
    expect(await stored(id)).toEqual([expect.objectContaining({ at: '09:00', place: '本社', status: 'arranged' })]);
  });

  it('waits for its day before it has an outcome, and for a further one likewise', async () => {
    const { id, version } = await aReferral(t, { ...of, letter: true });
    await arrange(id, { interviewOn: '2026-06-11', version });
    const offered = { outcome: 'offered', outcomeOn: '2026-06-10', version: version + 1 };
    expect((await record(id, offered)).body.error.fields).toEqual([
      expect.objectContaining({ field: 'outcome', code: 'outcome_does_not_follow' }),
    ]);
    const second = { interviewOn: NEXT_WEEK, further: true, version: version + 1 };
    expect((await arrange(id, second)).body.error.reasons[0].code).toBe('no_interview_held');
    t.clock.set('2026-06-11');
    expect((await arrange(id, second)).status).toBe(200);
    expect((await stored(id)).map((row) => Object.values(row).slice(0, 1).concat(Object.values(row)[3]))).toEqual([
      ['2026-06-11', 'held'],
      [NEXT_WEEK, 'arranged'],
    ]);
    t.clock.set('2026-06-10');
  });

  it.each([
    ['declined', '2026-06-10', 'cancelled', null],
    ['document_failed', '2026-06-10', 'cancelled', null],
  ])('does not take place once the attempt ended as %s', async (outcome, outcomeOn, status, day) => {
    const { id, version } = await aReferral(t, { ...of, letter: true });
    await arrange(id, { interviewOn: NEXT_WEEK, version });
    expect((await record(id, { outcome, outcomeOn, reasonNote: '見送り', version: version + 1 })).status).toBe(200);
    expect(await stored(id)).toEqual([expect.objectContaining({ status, ended: outcomeOn })]);
    expect(await dayOf(id)).toBe(day);
  });

  it('was held once its outcome is there', async () => {
    const { id } = await aReferral(t, { ...of, letter: true, interview: true, outcome: 'interview_failed' });
    expect(await stored(id)).toEqual([
      expect.objectContaining({ on: '2026-06-04', status: 'held', ended: '2026-06-04' }),
    ]);
    expect(await dayOf(id)).toBe('2026-06-04');
  });

  it.each<[string, { interviewOn: string; accompaniedBy?: string; startsAt?: string; place?: string }, string, string]>(
    [
      ['before the letter', { interviewOn: '2026-06-02' }, 'interviewOn', 'interview_before_letter'],
      ['at no time of day', { interviewOn: NEXT_WEEK, startsAt: '25:00' }, 'startsAt', 'not_a_time'],
      [
        'with somebody who does not work here',
        { interviewOn: NEXT_WEEK, accompaniedBy: 'stranger' },
        'accompaniedBy',
        'not_one_of',
      ],
      ['at a place that is a novel', { interviewOn: NEXT_WEEK, place: '長'.repeat(201) }, 'place', 'too_long'],
    ],
  )('answers 422 with the field to one %s', async (_what, said, field, code) => {
    const { id, version } = await aReferral(t, { ...of, letter: true });
    const accompaniedBy = said.accompaniedBy && (await staffIdOf(t, said.accompaniedBy));
    const answer = await arrange(id, { ...said, ...(accompaniedBy ? { accompaniedBy } : {}), version });
    expect([answer.status, answer.body.error.fields]).toEqual([422, [expect.objectContaining({ field, code })]]);
  });

  it('is arranged once by eight at once', async () => {
    const { id, version } = await aReferral(t, { ...of, letter: true });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, day) => arrange(id, { interviewOn: addDays(NEXT_WEEK, day), version })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
    expect(await stored(id)).toHaveLength(1);
    await expect(
      t.owner.query(
        `INSERT INTO interview (id, site_id, org_id, jobseeker_id, support_case_id, referral_id, interview_on, status)
         SELECT gen_random_uuid(), site_id, org_id, jobseeker_id, support_case_id, referral_id, interview_on, 'arranged' FROM interview WHERE referral_id = $1`,
        [id],
      ),
    ).rejects.toThrow('interview_one_arranged');
  });

  describe('on the lists', () => {
    let one: CaseInSupport;
    let referral: string;
    beforeAll(async () => {
      one = await aCaseInSupport(t);
      const { id, version } = await aReferral(t, { ...one, letter: true });
      referral = id;
      const accompaniedBy = await staffIdOf(t, 'navigator2');
      await arrange(id, { interviewOn: '2026-06-16', startsAt: '10:30', accompaniedBy, version });
    });

    const homeOf = async (login: string): Promise<string> =>
      (await (await PageUser.signedIn(t, login)).get('/')).html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    const pageOf = async (): Promise<string> =>
      (await (await PageUser.signedIn(t, 'navigator')).get(`/referrals/${referral}`)).html;

    it.each([
      ['2026-06-10', 'soon', '面接'],
      ['2026-06-16', 'today', '面接'],
      ['2026-06-17', 'today', '面接の結果の確認'],
      ['2026-06-20', 'overdue', '面接の結果の確認'],
    ])('on %s it stands in the group %s of whoever goes along: %s', async (day, group, kind) => {
      t.clock.set(day);
      const due = interviewDue({ interviewOn: '2026-06-16', status: 'arranged' }, day);
      const [line] = await dueLines(referral, day);
      expect(line).toEqual({ kind: due?.kind, due: due?.dueOn, owner: await staffIdOf(t, 'navigator2') });
      expect(group).toBe(due && due.dueOn < day ? 'overdue' : due?.dueOn === day ? 'today' : 'soon');
      expect(await homeOf('navigator2')).toContain(kind);
      t.clock.set('2026-06-10');
    });

    /** What the view says, read by the owner of the schema on a day. */
    async function dueLines(id: string, day: string): Promise<object[]> {
      const runner = t.owner.createQueryRunner();
      try {
        await runner.query(`BEGIN; SELECT enter_worker(NULL, NULL, '{}', '{}', NULL, '${day}T12:00:00+09:00')`);
        return await runner.query(
          `SELECT w.kind, w.due_on::text AS due, w.staff_id AS owner FROM due_work_of_staff w JOIN interview i ON i.id = w.subject_id WHERE i.referral_id = $1`,
          [id],
        );
      } finally {
        await runner.query('ROLLBACK');
        await runner.release();
      }
    }

    it('whoever goes along is reminded on its day, and asked for the outcome the day after', async () => {
      for (const day of ['2026-06-15', '2026-06-16', '2026-06-17']) {
        t.clock.set(day);
        await t.app.get(RemindersJob).remindEverywhere();
      }
      const { body } = await (await t.as('navigator2')).get('/notifications');
      // Beside what concerns nobody: their own sign-ins.
      const ofCases = body.items.filter(({ caseId }: { caseId: string | null }) => caseId !== null);
      expect(ofCases.map(({ caseId }: Record<string, string>) => caseId)).toEqual([one.caseId]);
      expect(ofCases[0].notices.map(({ kind, dueOn }: Record<string, string>) => [kind, dueOn]).sort()).toEqual([
        ['interview', '2026-06-16'],
        ['interview_outcome', '2026-06-17'],
      ]);
      t.clock.set('2026-06-10');
    });

    it('nothing is asked of a period that is over, until its closing is taken back', async () => {
      const ended = await aCaseInSupport(t);
      const { id, version } = await aReferral(t, { ...ended, letter: true });
      const accompaniedBy = await staffIdOf(t, 'navigator2');
      await arrange(id, { interviewOn: '2026-06-12', accompaniedBy, version });
      expect(await dueLines(id, '2026-06-13')).toHaveLength(1);
      // The one way there: the city, which no longer sees the attempt, closes the case.
      await withdrawSharing(t, 'caseworker', ended.jobseekerId);
      expect(await takeStep(t, 'caseworker', ended.caseId, 'close', { closeReason: 'moved' })).toBe('closed');
      expect(await dueLines(id, '2026-06-13')).toEqual([]);
      t.clock.set('2026-06-13');
      await t.app.get(RemindersJob).remindEverywhere();
      const { items } = (await (await t.as('navigator2')).get('/notifications')).body;
      expect(items.map(({ caseId }: Record<string, string>) => caseId)).not.toContain(ended.caseId);
      t.clock.set('2026-06-10');

      await standsAt(t, ended.caseId, 'active');
      expect(await dueLines(id, '2026-06-13')).toHaveLength(1);
    });

    it('the page shows it ahead, not as done, and the head of the case as what comes next', async () => {
      const html = await pageOf();
      expect(html).toContain('面接予定');
      expect(html).toMatch(/rung-current">\s*<span class="rung-label">面接/);
      expect(html).not.toContain('value="offered"');
      expect(html).toMatch(/10:30　面接（/);
    });

    it('the day after, the page asks for its outcome', async () => {
      t.clock.set('2026-06-17');
      const html = await pageOf();
      expect(html).toContain('面接が終わりました');
      expect(html).toContain('結果待ち');
      expect(html).toContain('value="offered"');
      expect(html).toContain('面接の結果を確認する（');
      t.clock.set('2026-06-10');
    });
  });
});
