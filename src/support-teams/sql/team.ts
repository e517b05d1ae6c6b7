import { APP_ROLE, routines } from '../../platform/sql/index.js';

/** Assignments to another organisation's case that outlived its showing them the case: what there was of it ended by its last day. */
const EXPIRED = `SELECT a.id, a.jobseeker_id, c.id AS case_id, c.site_id, c.org_id, max(g.ends_on) AS ended_on
  FROM case_assignment a JOIN support_case c ON c.id = a.support_case_id
  JOIN sharing_grant g ON g.jobseeker_id = a.jobseeker_id AND g.giver_org = c.org_id AND g.receiver_org = a.staff_org_id AND g.category = 'plan'
  WHERE a.staff_org_id <> c.org_id AND (a.ends_on IS NULL OR a.ends_on > (SELECT app_today()))
  GROUP BY a.id, c.id HAVING bool_and(coalesce(g.ends_on <= (SELECT app_today()), false))`;

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

-- The same where a sharing ended by its day: asked for a site, done for a case, as of that day.
CREATE OR REPLACE FUNCTION expired_teams(p_site int) RETURNS TABLE (case_id uuid, jobseeker_id uuid, organisation_id int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT e.case_id, e.jobseeker_id, e.org_id FROM (${EXPIRED}) e
  WHERE (SELECT app_system()) = 'worker' AND p_site = ANY ((SELECT app_sites())::int[]) AND e.site_id = p_site $$;

CREATE OR REPLACE FUNCTION end_expired_team(p_case uuid) RETURNS TABLE (id uuid, staff_id uuid, ends_on date)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE case_assignment a SET ends_on = greatest(a.starts_on, e.ended_on), ended_with = 'withdrawal', version = a.version + 1,
    updated_at = (SELECT app_now()), updated_by = NULL
  FROM (${EXPIRED}) e WHERE a.id = e.id AND e.case_id = p_case AND (a.ends_on IS NULL OR a.ends_on > (SELECT app_today()))
    AND (SELECT app_system()) = 'worker' AND e.site_id = ANY ((SELECT app_sites())::int[])
  RETURNING a.id, a.staff_id, a.ends_on $$;
REVOKE ALL ON FUNCTION expired_teams(int), end_expired_team(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION expired_teams(int), end_expired_team(uuid) TO ${APP_ROLE};
`,
  `DROP FUNCTION IF EXISTS end_team_of_closed_case(uuid, date), resume_team_of_reopened_case(uuid), end_team_out_of_sight(uuid, date),
    expired_teams(int), end_expired_team(uuid)`,
);
