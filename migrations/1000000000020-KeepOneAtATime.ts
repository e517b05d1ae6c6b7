import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * "At most one at a time" said by the database: 主担当 of an organisation on a case, somebody's role on a team, work at a site,
 * a 対象者区分 as an organisation recorded it, the running period, the waiting request. Rows from before are mended first.
 */
export class KeepOneAtATime1000000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Trusted since PostgreSQL 13: whoever owns the database may create it.
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await runner.query(ENDED_WITH);
    for (const statement of [...MENDED, ...CONSTRAINTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX support_request_one_waiting, support_case_one_open;
      ALTER TABLE group_membership DROP CONSTRAINT group_membership_once_at_a_time;
      ALTER TABLE staff_site DROP CONSTRAINT staff_site_once_at_a_time;
      ALTER TABLE case_assignment DROP CONSTRAINT case_assignment_role_once_at_a_time, DROP CONSTRAINT case_assignment_one_lead;
      ALTER TABLE case_assignment DROP COLUMN ended_with;
      DROP EXTENSION IF EXISTS btree_gist`);
  }
}

const ENDED_WITH = `
ALTER TABLE case_assignment ADD COLUMN ended_with text
  CONSTRAINT case_assignment_ended_with CHECK (ended_with IS NULL OR (ended_with IN ('closing', 'departure') AND ends_on IS NOT NULL));
COMMENT ON COLUMN case_assignment.ended_with IS 'personal: 何とともに終わったか(終了・離任)'`;

const FOR_EVER = `'infinity'::date`;

/**
 * Later rows give way: what an earlier row of the same key covers is not covered twice. A row that is left nothing becomes
 * empty (it ends on the day it starts), so that it stays on record and holds on no day.
 */
const givingWay = (table: string, key: readonly string[]): string => `
DO $$ DECLARE late record; covered date; BEGIN
  FOR late IN SELECT id FROM ${table} ORDER BY ${key.join(', ')}, starts_on, id LOOP
    SELECT max(coalesce(earlier.ends_on, ${FOR_EVER})) INTO covered FROM ${table} earlier JOIN ${table} r ON r.id = late.id
      WHERE (earlier.starts_on, earlier.id) < (r.starts_on, r.id) AND earlier.ends_on IS DISTINCT FROM earlier.starts_on
        AND coalesce(earlier.ends_on, ${FOR_EVER}) > r.starts_on
        AND ${key.map((column) => `earlier.${column} = r.${column}`).join(' AND ')};
    IF covered IS NOT NULL THEN
      UPDATE ${table} SET starts_on = CASE WHEN coalesce(ends_on, ${FOR_EVER}) > covered THEN covered ELSE starts_on END,
        ends_on = CASE WHEN coalesce(ends_on, ${FOR_EVER}) > covered THEN ends_on ELSE starts_on END WHERE id = late.id;
    END IF;
  END LOOP;
END $$`;

const MENDED = [
  // A period that has ended leaves nobody assigned to it.
  `UPDATE case_assignment a SET ends_on = greatest(a.starts_on, c.closed_on), ended_with = 'closing', version = a.version + 1
   FROM support_case c WHERE c.id = a.support_case_id AND c.status = 'closed' AND coalesce(a.ends_on, ${FOR_EVER}) > c.closed_on`,
  givingWay('case_assignment', ['support_case_id', 'staff_id', 'role']),
  // Of several 主担当 of an organisation the earliest stays; the others are told as 副担当 from now on, with a line that says so.
  `WITH surplus AS (
     UPDATE case_assignment late SET role = '副担当', version = version + 1
     WHERE role = '主担当' AND ends_on IS DISTINCT FROM starts_on AND EXISTS (
       SELECT 1 FROM case_assignment earlier WHERE earlier.role = '主担当' AND earlier.support_case_id = late.support_case_id AND earlier.staff_org_id = late.staff_org_id
         AND (earlier.starts_on, earlier.id) < (late.starts_on, late.id) AND daterange(earlier.starts_on, earlier.ends_on) && daterange(late.starts_on, late.ends_on))
     RETURNING *)
   INSERT INTO timeline_entry (id, site_id, org_id, jobseeker_id, support_case_id, kind, subject_type, subject_id, occurred_on, data)
   SELECT gen_random_uuid(), site_id, org_id, jobseeker_id, support_case_id, 'assignment.corrected', 'case_assignment', id,
     (now() AT TIME ZONE 'Asia/Tokyo')::date, jsonb_build_object('staffId', staff_id) FROM surplus`,
  givingWay('case_assignment', ['support_case_id', 'staff_id', 'role']),
  // At a site the newest stretch is the one that counts: the one before ends where it begins, and lends it its end.
  `DO $$ DECLARE early record; next_one record; BEGIN
     FOR early IN SELECT id FROM staff_site ORDER BY staff_id, site_id, starts_on, id LOOP
       SELECT later.id, later.starts_on, r.ends_on AS lent INTO next_one FROM staff_site r JOIN staff_site later ON later.staff_id = r.staff_id AND later.site_id = r.site_id
         AND (later.starts_on, later.id) > (r.starts_on, r.id) AND daterange(later.starts_on, later.ends_on) && daterange(r.starts_on, r.ends_on)
         WHERE r.id = early.id ORDER BY later.starts_on, later.id LIMIT 1;
       IF FOUND THEN
         UPDATE staff_site SET ends_on = CASE WHEN ends_on IS NULL OR next_one.lent IS NULL THEN NULL ELSE greatest(ends_on, next_one.lent) END WHERE id = next_one.id;
         UPDATE staff_site SET ends_on = next_one.starts_on WHERE id = early.id;
       END IF;
     END LOOP;
   END $$`,
  givingWay('group_membership', ['jobseeker_id', 'org_id', 'group_code']),
  // The application never let a second period or a second request begin; one that was written past it ends without a word lost.
  `WITH surplus AS (
     UPDATE support_case late SET status = 'closed', status_since = greatest(opened_on, status_since), closed_on = greatest(opened_on, status_since),
       close_reason = 'period_ended', review_on = NULL, suspended_from = NULL, version = version + 1
     WHERE status <> 'closed' AND EXISTS (SELECT 1 FROM support_case earlier WHERE earlier.jobseeker_id = late.jobseeker_id AND earlier.org_id = late.org_id
       AND earlier.status <> 'closed' AND (earlier.opened_on, earlier.id) < (late.opened_on, late.id))
     RETURNING *)
   INSERT INTO case_transition (id, site_id, org_id, jobseeker_id, support_case_id, to_status, action, happened_on, note)
   SELECT gen_random_uuid(), site_id, org_id, jobseeker_id, id, 'closed', 'close', closed_on, '同じ人の支援期間が重なっていたため、更新のときに終了' FROM surplus`,
  `UPDATE support_request late SET status = 'returned', decided_on = requested_on, decision_reason = 'あとの支援要請に替えました。', version = version + 1,
     decided_by = coalesce(created_by, (SELECT s.id FROM staff s WHERE s.organisation_id = late.to_org_id ORDER BY s.employed_from, s.id LIMIT 1))
   WHERE status = 'requested' AND EXISTS (SELECT 1 FROM support_request newer WHERE newer.support_case_id = late.support_case_id
     AND newer.status = 'requested' AND (newer.requested_on, newer.id) > (late.requested_on, late.id))`,
];

const CONSTRAINTS = [
  `ALTER TABLE case_assignment
     ADD CONSTRAINT case_assignment_one_lead EXCLUDE USING gist (support_case_id WITH =, staff_org_id WITH =, daterange(starts_on, ends_on) WITH &&) WHERE (role = '主担当'),
     ADD CONSTRAINT case_assignment_role_once_at_a_time EXCLUDE USING gist (support_case_id WITH =, staff_id WITH =, role WITH =, daterange(starts_on, ends_on) WITH &&)`,
  `ALTER TABLE staff_site ADD CONSTRAINT staff_site_once_at_a_time EXCLUDE USING gist (staff_id WITH =, site_id WITH =, daterange(starts_on, ends_on) WITH &&)`,
  // An organisation's own rows only: a refusal must not tell of another's that one may not see.
  `ALTER TABLE group_membership ADD CONSTRAINT group_membership_once_at_a_time
     EXCLUDE USING gist (jobseeker_id WITH =, org_id WITH =, group_code WITH =, daterange(starts_on, ends_on) WITH &&)`,
  `CREATE UNIQUE INDEX support_case_one_open ON support_case (jobseeker_id, org_id) WHERE status <> 'closed'`,
  `CREATE UNIQUE INDEX support_request_one_waiting ON support_request (support_case_id) WHERE status = 'requested'`,
];
