import { JobHandlers } from '../../src/platform/queue/index.js';
import { PurgeJob } from '../../src/platform/purge/index.js';
import { startApplication, type TestApplication } from '../support/application.js';
import { staffIdOf } from '../support/arrangements/staff.js';

/** Of each kind a row that is too old, and one that is not; the day is 10 June 2026. */
describe('the nightly purge', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
    const staffId = await staffIdOf(t, 'caseworker');
    const insert = (sql: string): Promise<unknown> => t.owner.query(sql, [staffId]);
    for (const [name, day] of [
      ['old', '2026-05-10'],
      ['new', '2026-05-12'],
    ])
      await insert(
        `INSERT INTO idempotency_key (staff_id, key, purpose, created_at) VALUES ($1, '${name}', 'x', '${day}')`,
      );
    await t.owner.query(
      `INSERT INTO outbox_message (topic, payload, created_at, dispatched_at)
       VALUES ('old', '{}', '2026-05-10', '2026-05-10'), ('new', '{}', '2026-05-12', '2026-05-12'), ('waiting', '{}', '2026-01-01', NULL)`,
    );
    for (const [label, expires, revoked] of [
      ['expired', '2026-03-11', 'NULL'],
      ['revoked', '2027-03-11', `'2026-03-11'`],
      ['expired lately', '2026-03-13', 'NULL'],
      ['open', '2027-03-11', 'NULL'],
    ])
      await insert(
        `INSERT INTO session (token_hash, staff_id, site_id, kind, label, created_at, last_seen_at, expires_at, revoked_at)
         SELECT decode(md5('${label}'), 'hex'), $1, site_id, 'personal', '${label}', '2026-01-01', '2026-01-01', '${expires}', ${revoked}
         FROM staff_site WHERE staff_id = $1`,
      );
    for (const [kind, read] of [
      ['read long ago', `'2026-03-11'`],
      ['read lately', `'2026-03-13'`],
      ['unread', 'NULL'],
    ])
      await insert(
        `INSERT INTO notification (id, site_id, staff_id, kind, subject_type, subject_id, created_at, read_at)
         SELECT gen_random_uuid(), site_id, $1, '${kind}', 'x', gen_random_uuid(), '2026-01-01', ${read} FROM staff_site WHERE staff_id = $1`,
      );
    for (const [place, last, retry] of [
      ['old', '2026-06-09 11:00+09', 'NULL'],
      ['new', '2026-06-09 13:00+09', 'NULL'],
      ['waits', '2026-06-09 11:59+09', `'2026-06-09 12:01+09'`],
    ])
      await insert(
        `INSERT INTO sign_in_attempt (login_key, place, staff_id, failures, last_at, retry_at) VALUES ('x', '${place}', $1, 1, '${last}', ${retry})`,
      );
    for (const [token, last, ended] of [
      ['old', '2025-12-01', 'NULL'],
      ['ended', '2026-06-01', `'2025-12-01'`],
      ['known', '2025-12-20', 'NULL'],
    ])
      await insert(
        `INSERT INTO known_device (token_hash, staff_id, known_since, last_used_at, ended_at) VALUES ('${token}', $1, '2025-01-01', '${last}', ${ended})`,
      );
    // A reminder that was read long ago, of what is due still.
    await insert(
      `WITH person AS (
         INSERT INTO jobseeker (id, site_id, org_id, number, registered_on)
         SELECT gen_random_uuid(), ss.site_id, s.organisation_id, 'J1', '2026-01-01'
         FROM staff s JOIN staff_site ss ON ss.staff_id = s.id WHERE s.id = $1 RETURNING id, site_id, org_id),
       promise AS (
         INSERT INTO next_action (id, site_id, org_id, jobseeker_id, title, due_on, owner_side, owner_staff_id)
         SELECT gen_random_uuid(), site_id, org_id, id, '電話する', '2026-02-01', 'municipal', $1 FROM person RETURNING id, site_id)
       INSERT INTO notification (id, site_id, staff_id, kind, subject_type, subject_id, due_on, created_at, read_at)
       SELECT gen_random_uuid(), site_id, $1, 'still due', 'next_action', id, '2026-02-01', '2026-02-01', '2026-02-02' FROM promise`,
    );
  });
  afterAll(() => t.close());

  const left = async (sql: string): Promise<string[]> =>
    (await t.owner.query(`SELECT x FROM (${sql}) r(x) ORDER BY x`)).map(({ x }: { x: string }) => x);

  it('throws away what is older than its feature keeps it, and nothing else; a second time nothing', async () => {
    expect(await t.app.get(PurgeJob).purge()).toEqual({
      purge_idempotency_keys: 1,
      purge_outbox_messages: 1,
      purge_sessions: 2,
      purge_sign_in_attempts: 1,
      purge_known_devices: 2,
      purge_notifications: 1,
    });
    expect(await left('SELECT key FROM idempotency_key')).toEqual(['new']);
    expect(await left(`SELECT topic FROM outbox_message WHERE topic IN ('old', 'new', 'waiting')`)).toEqual([
      'new',
      'waiting',
    ]);
    expect(await left(`SELECT label FROM session WHERE kind = 'personal'`)).toEqual(['expired lately', 'open']);
    expect(await left('SELECT place FROM sign_in_attempt')).toEqual(['new', 'waits']);
    expect(await left(`SELECT convert_from(token_hash, 'UTF8') FROM known_device`)).toEqual(['known']);
    expect(await left('SELECT kind FROM notification')).toEqual(['read lately', 'still due', 'unread']);
    expect(Object.values(await t.app.get(PurgeJob).purge())).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('comes every night, and takes nothing from anybody but the worker', async () => {
    expect(t.app.get(JobHandlers).scheduled).toContainEqual({ topic: 'records.purge', schedule: '30 3 * * *' });
    await t.owner.query(
      `SELECT set_config('app.actor', '||||worker||', false), set_config('app.seal', 'forged', false)`,
    );
    expect(await left(`SELECT purge_sessions('2030-01-01')::text`)).toEqual(['0']);
  });
});
