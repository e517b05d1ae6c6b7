import { routines } from '../../platform/sql/index.js';

/**
 * With the case its team ends, and comes back where the closing was a mistake, whoever sees whom of it: a consent withdrawn
 * since must not leave anybody assigned. With a sharing ends the assignment of whoever sees the case no more.
 */
export const TEAM_ROUTINES = routines(
  'team of a closed case',
  `
CREATE OR REPLACE FUNCTION end_team_of_closed_case(p_case uuid, p_on date) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH ended AS (
    UPDATE case_assignment a SET ends_on = greatest(a.starts_on, p_on), ends_before_closing = a.ends_on, ended_with = 'closing',
      version = a.version + 1, updated_at = (SELECT app_now()), updated_by = (SELECT app_staff())
    FROM support_case c WHERE c.id = p_case AND a.support_case_id = c.id AND c.status = 'closed' AND c.site_id = ANY ((SELECT app_sites())::int[])
      AND (SELECT app_role()) IN ('case_staff', 'supervisor') AND (a.ends_on IS NULL OR a.ends_on > p_on) RETURNING 1)
  SELECT count(*)::int FROM ended $$;

-- The closing was a mistake: who was on the team is on it again, until the day that was settled before.
CREATE OR REPLACE FUNCTION resume_team_of_reopened_case(p_case uuid) RETURNS TABLE (id uuid, staff_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE case_assignment a SET ends_on = a.ends_before_closing, ends_before_closing = NULL, ended_with = NULL, version = a.version + 1,
    updated_at = (SELECT app_now()), updated_by = (SELECT app_staff())
  FROM support_case c WHERE c.id = p_case AND a.support_case_id = c.id AND c.status <> 'closed' AND c.site_id = ANY ((SELECT app_sites())::int[])
    AND (SELECT app_role()) IN ('case_staff', 'supervisor') AND a.ended_with = 'closing' RETURNING a.id, a.staff_id $$;

-- Of a case that another organisation opened and does not show any more nobody is on the team.
CREATE OR REPLACE FUNCTION end_team_out_of_sight(p_person uuid, p_on date) RETURNS TABLE (id uuid, case_id uuid, staff_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE case_assignment a SET ends_on = greatest(a.starts_on, p_on), ended_with = 'withdrawal', version = a.version + 1,
    updated_at = (SELECT app_now()), updated_by = (SELECT app_staff())
  FROM support_case c WHERE a.jobseeker_id = p_person AND c.id = a.support_case_id AND c.site_id = ANY ((SELECT app_sites())::int[])
    AND ((SELECT app_role()) IN ('case_staff', 'supervisor') OR (SELECT app_system()) = 'worker')
    AND a.staff_org_id <> c.org_id AND (a.ends_on IS NULL OR a.ends_on > p_on)
    AND NOT EXISTS (SELECT 1 FROM sharing_grant g WHERE g.jobseeker_id = p_person AND g.giver_org = c.org_id AND g.receiver_org = a.staff_org_id
      AND g.category = 'plan' AND g.starts_on <= (SELECT app_today()) AND (g.ends_on IS NULL OR g.ends_on > (SELECT app_today())))
  RETURNING a.id, a.support_case_id, a.staff_id $$;
`,
  'DROP FUNCTION IF EXISTS end_team_of_closed_case(uuid, date), resume_team_of_reopened_case(uuid), end_team_out_of_sight(uuid, date)',
);
