import { routines } from '../../platform/sql/index.js';

/** With the case its team ends, whoever sees whom of it: a consent withdrawn since must not leave anybody assigned. */
export const TEAM_ROUTINES = routines(
  'team of a closed case',
  `
CREATE OR REPLACE FUNCTION end_team_of_closed_case(p_case uuid, p_on date) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH ended AS (
    UPDATE case_assignment a SET ends_on = greatest(a.starts_on, p_on), ended_with = 'closing', version = a.version + 1, updated_at = app_now(), updated_by = app_staff()
    FROM support_case c WHERE c.id = p_case AND a.support_case_id = c.id AND c.status = 'closed' AND c.site_id = ANY (app_sites())
      AND app_role() IN ('case_staff', 'supervisor') AND (a.ends_on IS NULL OR a.ends_on > p_on) RETURNING 1)
  SELECT count(*)::int FROM ended $$;
`,
  'DROP FUNCTION IF EXISTS end_team_of_closed_case(uuid, date)',
);
