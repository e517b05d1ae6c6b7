// The twin's database: a copy of the application's rows under the indexes the twin's statements want.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { withClient } from '../data/database.mjs';
import { NAMES_IN_ROW } from '../data/names-in-row.mjs';

/** What covers what the twin asks for; an index of ours that one of these replaces is dropped, so that a log does not pay for both. */
const INDEXES = `
  ${NAMES_IN_ROW}
  CREATE INDEX twin_kana ON jobseeker (site_id, kana_key);
  DROP INDEX IF EXISTS consultation_by_person, consultation_by_author, sharing_grant_by_person, group_membership_by_person, case_assignment_by_staff, support_plan_by_day, referral_by_day, support_case_by_site, next_action_by_owner, plan_step_due;
  CREATE INDEX twin_assignment ON case_assignment (staff_id, site_id) INCLUDE (support_case_id, jobseeker_id, role, starts_on, ends_on);
  CREATE INDEX twin_grant ON sharing_grant (jobseeker_id, receiver_org, category) INCLUDE (giver_org, starts_on, ends_on);
  CREATE INDEX twin_group ON group_membership (jobseeker_id, group_code) INCLUDE (org_id, starts_on, ends_on);
  CREATE INDEX twin_open_case ON support_case (jobseeker_id) INCLUDE (id, org_id, site_id) WHERE status <> 'closed';
  CREATE INDEX twin_site_case ON support_case (site_id) WHERE status <> 'closed';
  CREATE INDEX twin_case_days ON support_case (site_id, opened_on) INCLUDE (closed_on, jobseeker_id);
  CREATE INDEX twin_last ON consultation (jobseeker_id, held_on DESC, id DESC) INCLUDE (kind, org_id, author_id);
  CREATE INDEX twin_author ON consultation (author_id, site_id, held_on DESC, id DESC) INCLUDE (desk_id, channel, kind, jobseeker_id);
  CREATE INDEX twin_action_owner ON next_action (owner_staff_id, site_id, due_on) WHERE state = 'open';
  CREATE INDEX twin_action_person ON next_action (jobseeker_id, due_on) WHERE state = 'open';
  CREATE INDEX twin_action_site ON next_action (site_id, due_on) WHERE state = 'open';
  CREATE INDEX twin_step_owner ON plan_step (owner_staff_id, site_id, (coalesce(due_on, branch_on))) WHERE state = 'open';
  CREATE INDEX twin_step_version ON plan_step (plan_version_id, (coalesce(due_on, branch_on))) WHERE state = 'open';
  CREATE INDEX twin_step_site ON plan_step (site_id, (coalesce(due_on, branch_on))) WHERE state = 'open';
  CREATE INDEX twin_review_owner ON plan_review (owner_staff_id, site_id, due_on) WHERE held_on IS NULL;
  CREATE INDEX twin_review_site ON plan_review (site_id, due_on) WHERE held_on IS NULL;
  CREATE INDEX twin_referral_case ON referral (support_case_id) INCLUDE (org_id, letter_issued_on);
  CREATE INDEX twin_request ON support_request (site_id, requested_on) WHERE status = 'requested';
  CREATE INDEX twin_plan_day ON support_plan (site_id, agreed_on) INCLUDE (jobseeker_id);
  CREATE INDEX twin_referral_day ON referral (site_id, letter_issued_on) INCLUDE (jobseeker_id);`;

/**
 * Made once a database of the application and kept.
 * @param {{adminUrl: string, name: string}} database of the application
 * @returns {Promise<{ownerUrl: string, appUrl: string, signInUrl: string, adminUrl: string, name: string}>}
 */
export async function twinDatabase(server, database, say) {
  const { createDatabase, dropDatabase, withDatabase } =
    await import('../../../dist/src/platform/database/embedded/databases.js');
  const { NEWEST_MIGRATION } = await import('../../../dist/src/platform/database/newest-migration.js');
  const name = `${database.name}_twin`;
  const twin = {
    name,
    ownerUrl: withDatabase(server.ownerUrl, name),
    appUrl: withDatabase(server.appUrl, name),
    signInUrl: withDatabase(server.signInUrl, name),
    adminUrl: withDatabase(server.adminUrl, name),
  };
  const said = (of) =>
    withClient(server.adminUrl, async (client) => {
      const { rows } = await client.query(
        "SELECT shobj_description(oid, 'pg_database') AS said FROM pg_database WHERE datname = $1",
        [of],
      );
      return rows[0]?.said ?? '';
    });
  const made = createHash('sha256')
    .update(await said(database.name))
    .update(readFileSync(path.join(import.meta.dirname, 'database.mjs')))
    .update(NEWEST_MIGRATION)
    .digest('hex');
  if ((await said(name)) === made) return twin;
  const began = performance.now();
  await dropDatabase(server.adminUrl, name);
  await createDatabase(server.adminUrl, name, database.name);
  await withClient(twin.adminUrl, async (client) => {
    await client.query(INDEXES);
    await client.query('VACUUM ANALYZE');
    await client.query(`COMMENT ON DATABASE ${pg.escapeIdentifier(name)} IS '${made}'`);
  });
  say(`copied to ${name} in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return twin;
}

/** Lets the twin know the sessions that were opened at the application. */
export async function copySessions(database, twin) {
  const sessions = await withClient(
    database.adminUrl,
    async (client) => (await client.query('SELECT to_jsonb(s) AS session FROM session s')).rows,
  );
  await withClient(twin.adminUrl, async (client) => {
    await client.query('DELETE FROM session');
    await client.query(
      'INSERT INTO session SELECT (jsonb_populate_record(NULL::session, s)).* FROM jsonb_array_elements($1::jsonb) s',
      [JSON.stringify(sessions.map(({ session }) => session))],
    );
  });
}
