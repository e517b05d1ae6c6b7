import { routines } from '../../platform/sql/index.js';

/** For the site's administrator, who reads no cases and yet may not close a desk above them: numbers, never names. */
export const CASES_AT_DESK_ROUTINES = routines(
  'cases at a desk',
  `
CREATE OR REPLACE FUNCTION open_cases_at_desk(p_desk int) RETURNS TABLE (id uuid, number text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c.number FROM support_case c WHERE c.desk_id = p_desk AND c.status <> 'closed' AND c.site_id = ANY ((SELECT app_sites())::int[])
    AND (SELECT app_role()) = 'site_administrator' ORDER BY c.number $$;

CREATE OR REPLACE FUNCTION move_cases_of_desk(p_desk int, p_to int) RETURNS TABLE (id uuid, jobseeker_id uuid, team_support_since date)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE support_case c SET desk_id = p_to, version = c.version + 1, updated_at = (SELECT app_now()), updated_by = (SELECT app_staff())
  WHERE c.desk_id = p_desk AND c.status <> 'closed' AND c.site_id = ANY ((SELECT app_sites())::int[]) AND (SELECT app_role()) = 'site_administrator'
    AND (p_to IS NULL OR EXISTS (SELECT 1 FROM desk d WHERE d.id = p_to AND d.site_id = c.site_id))
  RETURNING c.id, c.jobseeker_id, c.team_support_since $$;
`,
  'DROP FUNCTION IF EXISTS open_cases_at_desk(int), move_cases_of_desk(int, int)',
);
