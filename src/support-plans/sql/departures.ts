import { routines } from '../../platform/sql/index.js';

const passOn = (table: string, isOpen: string): string => `
-- False when it is done, somebody else's, or changed meanwhile.
CREATE OR REPLACE FUNCTION pass_on_${table}(p_id uuid, p_from uuid, p_to uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH passed AS (UPDATE ${table} w SET owner_staff_id = p_to, version = w.version + 1, updated_at = (SELECT app_now()), updated_by = (SELECT app_staff())
    WHERE w.id = p_id AND w.owner_staff_id = p_from AND ${isOpen} AND w.site_id = ANY ((SELECT app_sites())::int[]) AND app_manages(p_from)
      AND app_manages(p_to) RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM passed) $$;`;

/** Steps and reviews of plans a leaver is to do, and how another is named: for the administrator of the leaver's organisation alone. */
export const PLAN_DEPARTURE_ROUTINES = routines(
  'plan work of a leaver',
  `
-- Of a plan the version in force and a newer proposal count; what stands in older versions is history.
CREATE OR REPLACE FUNCTION held_plan_work(p_staff uuid) RETURNS TABLE (kind text, id uuid, version int, jobseeker_id uuid, case_id uuid,
  number text, due_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.kind, w.id, w.version, w.jobseeker_id, c.id, c.number, w.due_on FROM (
    SELECT 'plan_step' AS kind, s.id, s.version, s.jobseeker_id, p.support_case_id, s.due_on FROM plan_step s
      JOIN support_plan_version v ON v.id = s.plan_version_id JOIN support_plan p ON p.id = v.support_plan_id
      WHERE s.owner_staff_id = p_staff AND s.state = 'open' AND s.site_id = ANY ((SELECT app_sites())::int[]) AND NOT EXISTS (
        SELECT 1 FROM support_plan_version newer WHERE newer.support_plan_id = p.id AND newer.version_no > v.version_no AND newer.agreed_on IS NOT NULL)
    UNION ALL
    SELECT 'plan_review', r.id, r.version, r.jobseeker_id, p.support_case_id, r.due_on FROM plan_review r JOIN support_plan p ON p.id = r.support_plan_id
      WHERE r.owner_staff_id = p_staff AND r.held_on IS NULL AND r.site_id = ANY ((SELECT app_sites())::int[])) w
  JOIN support_case c ON c.id = w.support_case_id AND c.status <> 'closed'
  WHERE app_manages(p_staff) ORDER BY w.due_on, w.id $$;
${passOn('plan_step', `w.state = 'open'`)}
${passOn('plan_review', 'w.held_on IS NULL')}
`,
  'DROP FUNCTION IF EXISTS held_plan_work(uuid), pass_on_plan_step(uuid, uuid, uuid), pass_on_plan_review(uuid, uuid, uuid)',
);
