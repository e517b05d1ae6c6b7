import { routines } from '../../platform/sql/index.js';

/**
 * With the case its team ends, and comes back where the closing was a mistake, whoever sees whom of it: a consent withdrawn
 * since must not leave anybody assigned.
 */
export const TEAM_ROUTINES = routines(
  'team of a closed case',
  `
CREATE OR REPLACE FUNCTION end_team_of_closed_case(p_case uuid, p_on date) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH ended AS (
    UPDATE case_assignment a SET ends_on = greatest(a.starts_on, p_on), ends_before_closing = a.ends_on, ended_with = 'closing',
      version = a.version + 1, updated_at = app_now(), updated_by = app_staff()
    FROM support_case c WHERE c.id = p_case AND a.support_case_id = c.id AND c.status = 'closed' AND c.site_id = ANY (app_sites())
      AND app_role() IN ('case_staff', 'supervisor') AND (a.ends_on IS NULL OR a.ends_on > p_on) RETURNING 1)
  SELECT count(*)::int FROM ended $$;

-- The closing was a mistake: who was on the team is on it again, until the day that was settled before.
CREATE OR REPLACE FUNCTION resume_team_of_reopened_case(p_case uuid) RETURNS TABLE (id uuid, staff_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE case_assignment a SET ends_on = a.ends_before_closing, ends_before_closing = NULL, ended_with = NULL, version = a.version + 1,
    updated_at = app_now(), updated_by = app_staff()
  FROM support_case c WHERE c.id = p_case AND a.support_case_id = c.id AND c.status <> 'closed' AND c.site_id = ANY (app_sites())
    AND app_role() IN ('case_staff', 'supervisor') AND a.ended_with = 'closing' RETURNING a.id, a.staff_id $$;
`,
  'DROP FUNCTION IF EXISTS end_team_of_closed_case(uuid, date), resume_team_of_reopened_case(uuid)',
);
