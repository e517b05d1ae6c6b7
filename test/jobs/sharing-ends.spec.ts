import { RemindersJob } from '../../src/notifications/index.js';
import { JobHandlers } from '../../src/platform/queue/index.js';
import { startApplication, type TestApplication } from '../support/application.js';
import { aSharedCase } from '../support/arrangements/cases.js';
import {
  aJobseeker,
  otherOrganisation,
  withdrawSharing,
  withParticipationConsent,
  withSharingConsent,
} from '../support/arrangements/jobseekers.js';
import { deliverNotices } from '../support/arrangements/notices.js';

/** What ends by its day needs nobody to end; it is told all the same, before and after, and ends what a withdrawal ends. */
describe('the last day of a sharing', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterEach(() => t.clock.set('2026-06-10'));
  afterAll(() => t.close());

  /** Ends the running consents of a person on a day, as if they had been given until then. */
  const until = async (jobseekerId: string, lastDay: string): Promise<void> => {
    await t.owner.query('UPDATE consent SET ends_on = $2 WHERE jobseeker_id = $1', [jobseekerId, lastDay]);
    await t.owner.query(
      `UPDATE sharing_grant SET ends_on = $2::date + 1 WHERE jobseeker_id = $1 AND basis = 'consent'`,
      [jobseekerId, lastDay],
    );
  };
  /** The rounds of a day, twice and side by side as several workers make them. */
  const round = async (day: string): Promise<void> => {
    t.clock.set(day);
    const both = () => [
      t.app.get(JobHandlers).handle('teams.end_expired', {}, ''),
      t.app.get(RemindersJob).remindEverywhere(),
    ];
    await Promise.all([...both(), ...both()]);
    await Promise.all(both());
  };
  const OF_ACTS = /\./;
  const told = async (login: string, jobseekerId: string): Promise<string[]> => {
    const rows: { kind: string }[] = await t.owner.query(
      `SELECT n.kind FROM notification n JOIN staff s ON s.id = n.staff_id WHERE s.login = $1 AND n.jobseeker_id = $2
       ORDER BY n.due_on, n.created_at, n.kind`,
      [login, jobseekerId],
    );
    return rows.map(({ kind }) => kind).filter((kind) => !OF_ACTS.test(kind) && !kind.includes('next_action'));
  };
  const assignments = async (caseId: string) =>
    t.owner.query(
      `SELECT s.login, a.ends_on::text, a.ended_with FROM case_assignment a JOIN staff s ON s.id = a.staff_id
       WHERE a.support_case_id = $1 AND a.ended_with IS NOT NULL`,
      [caseId],
    );

  it('is told a month and a week before and when it is over, once, to the assigned and the supervisors of both', async () => {
    const { jobseekerId } = await aSharedCase(t);
    await until(jobseekerId, '2026-07-31');
    const MONTH = ['consent_ends_in_a_month', 'consent_ends_in_a_month'];
    const WEEK = ['consent_ends_in_a_week', 'consent_ends_in_a_week'];
    const seen = async (login: string) => (await told(login, jobseekerId)).sort();
    await round('2026-06-30');
    expect(await seen('navigator')).toEqual([]);
    await round('2026-07-01');
    // To share and to take part; of the latter only the organisation that recorded it is told.
    expect(await seen('navigator')).toEqual(MONTH.slice(1));
    expect(await seen('caseworker')).toEqual(MONTH);
    await round('2026-07-24');
    await round('2026-07-31');
    expect(await seen('navigator')).toEqual([...MONTH.slice(1), ...WEEK.slice(1)]);
    await round('2026-08-01');
    await round('2026-08-02');
    for (const login of ['navigator', 'hw-supervisor'])
      expect(await seen(login)).toEqual([...MONTH.slice(1), ...WEEK.slice(1), 'consent_expired']);
    for (const login of ['caseworker', 'city-supervisor'])
      expect(await seen(login)).toEqual([...MONTH, ...WEEK, 'consent_expired', 'consent_expired']);
    for (const login of ['caseworker2', 'stranger', 'stranger-supervisor', 'administrator', 'auditor'])
      expect(await seen(login)).toEqual([]);
  });

  it('ends what a withdrawal ends, as of that day, however late it is noticed', async () => {
    const { caseId, jobseekerId } = await aSharedCase(t);
    await until(jobseekerId, '2026-06-20');
    await round('2026-06-20');
    expect(await assignments(caseId)).toEqual([]);
    await round('2026-06-24');
    expect(await assignments(caseId)).toEqual([
      { login: 'navigator', ends_on: '2026-06-21', ended_with: 'withdrawal' },
    ]);
    const lines = await t.owner.query(
      `SELECT e.occurred_on::text, e.actor_side, o.name FROM timeline_entry e JOIN organisation o ON o.id = e.org_id
       WHERE e.kind = 'assignment.ended' AND e.jobseeker_id = $1`,
      [jobseekerId],
    );
    expect(lines).toEqual([{ occurred_on: '2026-06-21', actor_side: null, name: '見本市' }]);
    expect((await (await t.as('caseworker')).get(`/cases/${caseId}/timeline`)).body.items).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'assignment.ended', by: null })]),
    );
    expect(
      await t.owner.query(
        `SELECT actor_system, site_id IS NULL AS nowhere FROM audit_entry WHERE action = 'assignment.ended' AND jobseeker_id = $1`,
        [jobseekerId],
      ),
    ).toEqual([{ actor_system: 'worker', nowhere: false }]);
    expect((await told('navigator', jobseekerId)).sort()).toEqual(['consent_ends_in_a_week', 'consent_expired']);
  });

  it('is neither told nor ends anything where it was agreed to for longer, or not for so long', async () => {
    const renewed = await aSharedCase(t);
    await until(renewed.jobseekerId, '2026-07-20');
    await withSharingConsent(t, 'caseworker', renewed.jobseekerId);
    await withSharingConsent(t, 'navigator', renewed.jobseekerId);
    await withParticipationConsent(t, 'caseworker', renewed.jobseekerId);
    const { id: past } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', past, { givenOn: '2026-05-01', endsOn: '2026-06-01' });
    await round('2026-06-11');
    await round('2026-07-21');
    expect(await told('city-supervisor', renewed.jobseekerId)).toEqual([]);
    expect(await assignments(renewed.caseId)).toEqual([]);
    expect(await told('city-supervisor', past)).toEqual([]);
    t.clock.set('2026-06-10');
    const { id: days } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', days, { endsOn: '2026-06-14' });
    await round('2026-06-11');
    expect(await told('hw-supervisor', days)).toEqual([]);
    await round('2026-06-15');
    expect(await told('hw-supervisor', days)).toEqual(['consent_expired']);
  });

  it('of a person in hiding is told before to those who may see them', async () => {
    const { jobseekerId } = await aSharedCase(t);
    await until(jobseekerId, '2026-08-31');
    await t.owner.query(`UPDATE jobseeker SET protected_until = '2027-06-01' WHERE id = $1`, [jobseekerId]);
    await round('2026-08-10');
    expect(await told('navigator', jobseekerId)).toContain('consent_ends_in_a_month');
    expect(await told('hw-supervisor', jobseekerId)).toEqual([]);
  });

  it('of a decision is told to giver and receiver', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    const decided = await (
      await t.as('caseworker')
    ).post(`/jobseekers/${id}/sharing-decisions`, {
      basis: 'support_meeting',
      receiverId: await otherOrganisation(t, 'caseworker'),
      categories: ['health'],
      decidedOn: '2026-06-10',
      endsOn: '2026-08-31',
      members: '福祉課、ハローワーク',
      decision: '支援の方針を共有する',
    });
    expect(decided.status).toBe(201);
    await round('2026-08-01');
    await round('2026-08-24');
    await round('2026-09-01');
    for (const login of ['city-supervisor', 'hw-supervisor'])
      expect((await told(login, id)).sort()).toEqual([
        'decision_ends_in_a_month',
        'decision_ends_in_a_week',
        'decision_expired',
      ]);
    // Whoever is shut out by it reads no name.
    const lines: { name: string | null; hidden: boolean; notices: { kind: string }[] }[] = (
      await (await t.as('hw-supervisor')).get('/notifications')
    ).body.items;
    expect(lines.find(({ notices }) => notices.some(({ kind }) => kind === 'decision_expired'))).toMatchObject({
      name: null,
      hidden: true,
    });
  });

  it('of a confirmation that nobody gave is told to who asked and who was asked', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', id);
    await withdrawSharing(t, 'caseworker', id);
    await withSharingConsent(t, 'caseworker', id);
    await deliverNotices(t);
    await round('2026-07-10');
    expect(await told('hw-supervisor', id)).toEqual([]);
    await round('2026-07-11');
    for (const login of ['city-supervisor', 'hw-supervisor'])
      expect(await told(login, id)).toEqual(['confirmation_lapsed']);
  });

  it('is asked by the worker alone', async () => {
    const asked = await t.owner.query('SELECT * FROM sharing_to_remind(1, $1)', ['2026-08-01']);
    expect(asked).toEqual([]);
    expect(await t.owner.query('SELECT * FROM expired_teams(1)')).toEqual([]);
  });
});
