import { DataSource } from 'typeorm';
import { migrate } from '../../src/platform/database/migrate.js';
import type { FreshDatabase } from '../support/database.js';
import { FIRST_LANDING, landedDatabase } from './landed-fixture.js';

/** What the first landing let be written, and the steps that allow successive placements and interviews put right. */
describe('placements and interviews of the first landed version', () => {
  let database: FreshDatabase;
  let owner: DataSource;
  const placements: string[] = [];
  const referrals: string[] = [];
  beforeAll(async () => {
    database = await landedDatabase(FIRST_LANDING);
    owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    const rows: { id: string }[] = await owner.query(
      `SELECT p.id FROM placement p JOIN support_case c ON c.id = p.support_case_id
       WHERE p.reversed_on IS NULL AND c.status IN ('placed', 'follow_up') ORDER BY p.id LIMIT 3`,
    );
    placements.push(...rows.map(({ id }) => id));
    await owner.query(`UPDATE placement SET left_on = starts_on + 20, leaving_reason_note = '体調' WHERE id = $1`, [
      placements[0],
    ]);
    for (const [of, later] of [
      [placements[1], 10],
      [placements[2], 0],
    ] as const)
      await owner.query(
        `INSERT INTO placement (id, site_id, org_id, jobseeker_id, support_case_id, workplace_name, occupation, decided_on, starts_on, route, employment_type)
         SELECT ('ffffffff-0000-4000-8000-' || lpad($2::int::text, 12, '0'))::uuid, site_id, org_id, jobseeker_id, support_case_id,
           '別の見本商店', occupation, decided_on, starts_on + $2::int, 'self_found', employment_type
         FROM placement WHERE id = $1`,
        [of, later],
      );
    const attempts: { id: string }[] = await owner.query(
      'SELECT id FROM referral WHERE letter_issued_on IS NOT NULL ORDER BY id LIMIT 3',
    );
    referrals.push(...attempts.map(({ id }) => id));
    const attempt = (id: string | undefined, interviewOn: string, outcome: string, outcomeOn: string | null) =>
      owner.query('UPDATE referral SET interview_on = $2, outcome = $3, outcome_on = $4 WHERE id = $1', [
        id,
        interviewOn,
        outcome,
        outcomeOn,
      ]);
    await attempt(referrals[0], '2027-01-20', 'pending', null);
    await attempt(referrals[1], '2027-01-20', 'interview_failed', '2027-01-21');
    await attempt(referrals[2], '2027-01-20', 'declined', '2027-01-19');
    await migrate(database.ownerUrl);
  });
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
  });

  it('whose job was left goes on as 支援中 since then', async () => {
    const [row] = await owner.query(
      `SELECT c.status, t.to_status, t.action, t.happened_on = c.status_since AS "sinceThen"
       FROM placement p JOIN support_case c ON c.id = p.support_case_id JOIN case_transition t ON t.support_case_id = c.id AND t.action = 'record_leaving'
         WHERE p.id = $1`,
      [placements[0]],
    );
    expect(row).toEqual({ status: 'active', to_status: 'active', action: 'record_leaving', sinceThen: true });
  });

  it('a job into which the next one reached ended the day before that one, on the audit record too', async () => {
    const [row] = await owner.query(
      `SELECT left_on - starts_on AS days, leaving_reason_note IS NOT NULL AS explained,
         (SELECT actor_system FROM audit_entry WHERE subject_id = p.id::text AND action = 'placement.left') AS by FROM placement p WHERE id = $1`,
      [placements[1]],
    );
    expect(row).toEqual({ days: 9, explained: true, by: 'upgrade' });
  });

  it('of two that began on one day the first recorded stands', async () => {
    const rows = await owner.query(
      `SELECT o.reversed_on IS NULL AS stands FROM placement p JOIN placement o ON o.support_case_id = p.support_case_id AND o.starts_on = p.starts_on
        WHERE p.id = $1 ORDER BY o.id`,
      [placements[2]],
    );
    expect(rows).toEqual([{ stands: true }, { stands: false }]);
  });

  it.each([
    ['one without an outcome waits for it', 0, 'arranged', true],
    ['one with an outcome was held', 1, 'held', true],
    ['one still ahead when the attempt ended did not take place', 2, 'cancelled', false],
  ])('of the interviews %s', async (_what, index, status, stands) => {
    const [row] = await owner.query(
      `SELECT i.status, i.interview_on::text AS day, r.interview_on IS NOT NULL AS stands FROM interview i JOIN referral r ON r.id = i.referral_id
        WHERE r.id = $1`,
      [referrals[index]],
    );
    expect(row).toEqual({ status, day: '2027-01-20', stands });
  });

  it('every day that stood on a referral has its interview', async () => {
    expect(
      await owner.query(
        `SELECT r.id FROM referral r WHERE r.interview_on IS DISTINCT FROM
           (SELECT max(i.interview_on) FROM interview i WHERE i.referral_id = r.id AND i.status IN ('arranged', 'held'))`,
      ),
    ).toEqual([]);
  });
});
