import { routines } from '../../platform/sql/index.js';

/** Interviews (面接) a leaver goes along to, and how another is named: for the administrator of the leaver's organisation alone. */
export const INTERVIEW_DEPARTURE_ROUTINES = routines(
  'interviews of a leaver',
  `
-- Those ahead, and those whose outcome is still to be asked for.
CREATE OR REPLACE FUNCTION held_interviews(p_staff uuid) RETURNS TABLE (kind text, id uuid, version int, jobseeker_id uuid, case_id uuid,
  number text, due_on date, referral_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 'interview', i.id, i.version, i.jobseeker_id, i.support_case_id, c.number, i.interview_on, i.referral_id
  FROM interview i JOIN support_case c ON c.id = i.support_case_id AND c.status <> 'closed'
  WHERE i.accompanied_by = p_staff AND i.status = 'arranged' AND app_manages(p_staff) AND i.site_id = ANY ((SELECT app_sites())::int[])
  ORDER BY i.interview_on, i.id $$;

-- False when it was held, moved, cancelled or given to another meanwhile. An interview is edited on the version of its referral.
CREATE OR REPLACE FUNCTION pass_on_interview(p_id uuid, p_from uuid, p_to uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH passed AS (UPDATE interview i SET accompanied_by = p_to, version = i.version + 1, updated_at = (SELECT app_now()), updated_by = (SELECT app_staff())
    WHERE i.id = p_id AND i.accompanied_by = p_from AND i.status = 'arranged' AND i.site_id = ANY ((SELECT app_sites())::int[]) AND app_manages(p_from)
      AND app_manages(p_to)
    RETURNING i.referral_id),
  referral_of_it AS (UPDATE referral r SET version = r.version + 1, updated_at = (SELECT app_now()), updated_by = (SELECT app_staff()) FROM passed
    WHERE r.id = passed.referral_id)
  SELECT EXISTS (SELECT 1 FROM passed) $$;
`,
  'DROP FUNCTION IF EXISTS held_interviews(uuid), pass_on_interview(uuid, uuid, uuid)',
);
