import { LEAD_ROLE } from '#domain/support-case';
import { routines } from '../../platform/sql/index.js';

/**
 * What a leaver holds on teams, and how it is passed on. For the administrator of the leaver's organisation alone, who reads
 * no records of people: told are the number of the case and the role, never a name. The rules are applied before
 * (libs/domain/organisation/departure.ts); here is only who may.
 */
export const DEPARTURE_ROUTINES = routines(
  'assignments of a leaver',
  `
CREATE OR REPLACE FUNCTION held_assignments(p_staff uuid) RETURNS TABLE (id uuid, version int, jobseeker_id uuid, case_id uuid, case_number text,
  role text, starts_on date, ends_on date, team jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, a.version, a.jobseeker_id, c.id, c.number, a.role, a.starts_on, a.ends_on,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('staffId', m.staff_id, 'organisationId', m.staff_org_id, 'role', m.role, 'startsOn',
      m.starts_on, 'endsOn', m.ends_on)), '[]')
     FROM case_assignment m WHERE m.support_case_id = c.id AND m.staff_org_id = a.staff_org_id AND m.id <> a.id)
  FROM case_assignment a JOIN support_case c ON c.id = a.support_case_id
  WHERE a.staff_id = p_staff AND app_manages(p_staff) AND a.site_id = ANY ((SELECT app_sites())::int[]) AND c.status <> 'closed'
    AND (a.ends_on IS NULL OR a.ends_on > (SELECT app_today()))
  ORDER BY c.number, a.starts_on, a.id $$;

-- False when somebody changed the assignment since it was read.
CREATE OR REPLACE FUNCTION pass_on_assignment(p_id uuid, p_version int, p_on date, p_reason text, p_successor uuid, p_started uuid, p_until date)
  RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE held case_assignment%ROWTYPE;
BEGIN
  UPDATE case_assignment a SET ends_on = greatest(a.starts_on, p_on), ended_with = 'departure', handover_reason = p_reason,
    version = a.version + 1, updated_at = (SELECT app_now()), updated_by = (SELECT app_staff())
  WHERE a.id = p_id AND a.version = p_version AND a.site_id = ANY ((SELECT app_sites())::int[]) AND app_manages(a.staff_id) RETURNING * INTO held;
  IF NOT FOUND THEN RETURN false; END IF;
  IF p_started IS NOT NULL THEN
    INSERT INTO case_assignment (id, site_id, org_id, jobseeker_id, support_case_id, staff_id, staff_org_id, role, starts_on, ends_on)
    SELECT p_started, held.site_id, s.organisation_id, held.jobseeker_id, held.support_case_id, s.id, s.organisation_id, held.role, held.ends_on, p_until
    FROM staff s WHERE s.id = p_successor AND app_manages(s.id);
  END IF;
  RETURN true;
END $$;

-- A departure is taken back: who came instead goes, and the leaver is on the team again, from the day on which it is taken back
-- where somebody stood in meanwhile. Nothing where that no longer fits: the case has ended, or another was named since.
CREATE OR REPLACE FUNCTION give_back_assignment(p_id uuid, p_started uuid, p_resumed uuid) RETURNS TABLE (jobseeker_id uuid, case_id uuid, assignment_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE held case_assignment%ROWTYPE; resumed uuid := p_id;
BEGIN
  SELECT a.* INTO held FROM case_assignment a JOIN support_case c ON c.id = a.support_case_id AND c.status <> 'closed'
    WHERE a.id = p_id AND a.ended_with = 'departure' AND a.site_id = ANY ((SELECT app_sites())::int[]) AND app_manages(a.staff_id) FOR NO KEY UPDATE OF a;
  IF NOT FOUND OR (p_started IS NOT NULL AND NOT EXISTS (SELECT 1 FROM case_assignment s WHERE s.id = p_started AND s.ended_with IS NULL
      AND (s.ends_on IS NULL OR s.ends_on > (SELECT app_today())))) THEN RETURN; END IF;
  IF EXISTS (SELECT 1 FROM case_assignment m WHERE m.support_case_id = held.support_case_id AND m.id <> held.id
    AND m.id IS DISTINCT FROM p_started AND m.role = held.role
      AND (m.staff_id = held.staff_id OR (m.role = '${LEAD_ROLE}' AND m.staff_org_id = held.staff_org_id))
      AND daterange(m.starts_on, m.ends_on) && daterange(greatest(held.ends_on, (SELECT app_today())), NULL)) THEN RETURN; END IF;
  UPDATE case_assignment s SET ends_on = greatest(s.starts_on, (SELECT app_today())), version = s.version + 1,
    updated_at = (SELECT app_now()), updated_by = (SELECT app_staff())
    WHERE s.id = p_started;
  IF held.ends_on >= (SELECT app_today()) THEN
    UPDATE case_assignment a SET ends_on = NULL, ended_with = NULL, handover_reason = NULL, version = a.version + 1, updated_at = (SELECT app_now()),
      updated_by = (SELECT app_staff()) WHERE a.id = p_id;
  ELSE
    resumed := p_resumed;
    INSERT INTO case_assignment (id, site_id, org_id, jobseeker_id, support_case_id, staff_id, staff_org_id, role, starts_on)
    VALUES (p_resumed, held.site_id, held.org_id, held.jobseeker_id, held.support_case_id, held.staff_id, held.staff_org_id, held.role, (SELECT app_today()));
  END IF;
  RETURN QUERY SELECT held.jobseeker_id, held.support_case_id, resumed;
END $$;

-- How much each member of the organisation has, for whoever chooses among them.
CREATE OR REPLACE FUNCTION open_cases_by_staff() RETURNS TABLE (staff_id uuid, cases int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.staff_id, count(DISTINCT a.support_case_id)::int FROM case_assignment a JOIN support_case c ON c.id = a.support_case_id AND c.status <> 'closed'
  WHERE (SELECT app_role()) = 'site_administrator' AND a.site_id = ANY ((SELECT app_sites())::int[]) AND a.staff_org_id = ANY ((SELECT app_orgs())::int[])
    AND a.starts_on <= (SELECT app_today()) AND (a.ends_on IS NULL OR a.ends_on > (SELECT app_today())) GROUP BY a.staff_id $$;
`,
  `DROP FUNCTION IF EXISTS held_assignments(uuid), pass_on_assignment(uuid, int, date, text, uuid, uuid, date), give_back_assignment(uuid, uuid, uuid),
    open_cases_by_staff()`,
);
