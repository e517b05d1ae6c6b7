import { routines } from '../../platform/sql/index.js';

/** Next actions (次の行動) a leaver is to do, and how another is named: for the administrator of the leaver's organisation alone. */
export const NEXT_ACTION_DEPARTURE_ROUTINES = routines(
  'next actions of a leaver',
  `
CREATE OR REPLACE FUNCTION held_next_actions(p_staff uuid) RETURNS TABLE (kind text, id uuid, version int, jobseeker_id uuid, case_id uuid,
  number text, due_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 'next_action', n.id, n.version, n.jobseeker_id, n.support_case_id, coalesce(c.number, j.number), n.due_on
  FROM next_action n JOIN jobseeker j ON j.id = n.jobseeker_id LEFT JOIN support_case c ON c.id = n.support_case_id
  WHERE n.owner_staff_id = p_staff AND n.state = 'open' AND app_manages(p_staff) AND n.site_id = ANY ((SELECT app_sites())::int[])
    AND c.status IS DISTINCT FROM 'closed'
  ORDER BY n.due_on, n.id $$;

-- False when it is done, somebody else's, or changed meanwhile.
CREATE OR REPLACE FUNCTION pass_on_next_action(p_id uuid, p_from uuid, p_to uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH passed AS (UPDATE next_action n SET owner_staff_id = p_to, version = n.version + 1, updated_at = (SELECT app_now()), updated_by = (SELECT app_staff())
    WHERE n.id = p_id AND n.owner_staff_id = p_from AND n.state = 'open' AND n.site_id = ANY ((SELECT app_sites())::int[]) AND app_manages(p_from)
      AND app_manages(p_to)
      RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM passed) $$;
`,
  'DROP FUNCTION IF EXISTS held_next_actions(uuid), pass_on_next_action(uuid, uuid, uuid)',
);
