import { APP_ROLE, policies, routines } from '../../platform/sql/index.js';

export const BROKEN_GLASS_ROUTINES = routines(
  'broken glass',
  `
-- Opens a record in hiding to whoever asks for a while: somebody of whose organisation it would be in sight without the protection. A number out of
-- that reach is answered like one that nobody has. The row is what the policies read: until it is committed nothing is open.
CREATE OR REPLACE FUNCTION break_glass(p_number text, p_reason text)
RETURNS TABLE (outcome text, id uuid, jobseeker_id uuid, protector_org int, until timestamptz) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE person jobseeker; opened broken_glass;
BEGIN
  SELECT j.* INTO person FROM jobseeker j WHERE j.number = p_number AND j.site_id = ANY ((SELECT app_sites())::int[])
    AND (SELECT app_role()) IN ('case_staff', 'supervisor')
    AND (j.org_id = ANY ((SELECT app_orgs())::int[]) OR EXISTS (SELECT 1 FROM sharing_grant g WHERE g.jobseeker_id = j.id
      AND g.receiver_org = ANY ((SELECT app_orgs())::int[])
      AND g.category = 'identity' AND g.starts_on <= (SELECT app_today()) AND (g.ends_on IS NULL OR g.ends_on > (SELECT app_today())))) FOR UPDATE;
  IF person.id IS NULL THEN RETURN QUERY SELECT 'unknown', NULL::uuid, NULL::uuid, NULL::int, NULL::timestamptz; RETURN; END IF;
  IF coalesce(person.protected_until < (SELECT app_today()), true) OR app_is_assigned(person.id)
    OR ((SELECT app_role()) = 'supervisor' AND person.org_id = ANY ((SELECT app_orgs())::int[])) OR app_broke_glass(person.id) THEN
    RETURN QUERY SELECT 'in_sight', NULL::uuid, person.id, NULL::int, NULL::timestamptz; RETURN;
  END IF;
  INSERT INTO broken_glass AS b (id, site_id, org_id, jobseeker_id, number, protector_org, staff_id, reason, opened_at, until)
  SELECT gen_random_uuid(), person.site_id, s.organisation_id, person.id, person.number, person.org_id, s.id, p_reason, (SELECT app_now()),
    (SELECT app_now()) + make_interval(mins => t.glass_minutes)
  FROM staff s JOIN site t ON t.id = person.site_id WHERE s.id = (SELECT app_staff()) RETURNING b.* INTO opened;
  RETURN QUERY SELECT 'opened', opened.id, person.id, person.org_id, opened.until;
END $$;
REVOKE ALL ON FUNCTION break_glass(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION break_glass(text, text) TO ${APP_ROLE};

-- Whose protection ends within a month from a day, or ended within the month before it, and who is to see to that: the few who may see them.
CREATE OR REPLACE FUNCTION protection_to_remind(p_site int, p_day date) RETURNS TABLE (jobseeker_id uuid, kind text, due_on date, staff_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT j.id, CASE WHEN j.protected_until < p_day THEN 'protection_expired' ELSE 'protection_renewal' END, j.protected_until, s.id
  FROM jobseeker j JOIN staff s ON (s.role = 'supervisor' AND s.organisation_id = j.org_id)
    OR EXISTS (SELECT 1 FROM case_assignment c WHERE c.jobseeker_id = j.id AND c.staff_id = s.id AND c.starts_on <= p_day
      AND (c.ends_on IS NULL OR c.ends_on > p_day))
    OR (s.id = j.created_by AND NOT EXISTS (SELECT 1 FROM case_assignment c WHERE c.jobseeker_id = j.id))
  WHERE (SELECT app_system()) = 'worker' AND p_site = ANY ((SELECT app_sites())::int[]) AND j.site_id = p_site
    AND (j.protected_until - interval '1 month')::date <= p_day AND j.protected_until > (p_day - interval '1 month')::date
    -- One that was lifted ended by an act, of which they were told.
    AND NOT EXISTS (SELECT 1 FROM protection_lift l WHERE l.jobseeker_id = j.id AND l.state = 'confirmed'
      AND (l.decided_at AT TIME ZONE 'Asia/Tokyo')::date > j.protected_until)
    AND s.employed_from <= p_day AND (s.employed_until IS NULL OR s.employed_until > p_day)
    AND EXISTS (SELECT 1 FROM staff_site p WHERE p.staff_id = s.id AND p.site_id = p_site AND p.starts_on <= p_day
      AND (p.ends_on IS NULL OR p.ends_on > p_day)) $$;
REVOKE ALL ON FUNCTION protection_to_remind(int, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION protection_to_remind(int, date) TO ${APP_ROLE};
`,
  'DROP FUNCTION IF EXISTS break_glass(text, text), protection_to_remind(int, date)',
);

/** Asked by the policies of the person for a record in hiding; in force to the minute. */
export const GLASS_ROUTINES = routines(
  'glass',
  `
CREATE OR REPLACE FUNCTION app_broke_glass(p_jobseeker uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER COST 1000
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM broken_glass b WHERE b.jobseeker_id = p_jobseeker
    AND b.staff_id = (SELECT app_staff()) AND b.until > (SELECT app_now())) $$;
GRANT EXECUTE ON FUNCTION app_broke_glass(uuid) TO ${APP_ROLE};
`,
  'DROP FUNCTION IF EXISTS app_broke_glass(uuid)',
);

const REVIEWED_HERE = `site_id = ANY ((SELECT app_sites())::int[]) AND (SELECT app_role()) = 'auditor'
  AND (org_id = ANY ((SELECT app_orgs())::int[]) OR protector_org = ANY ((SELECT app_orgs())::int[]))`;

export const PROTECTION_POLICIES = [
  policies(
    'broken_glass',
    `GRANT SELECT, UPDATE (review_state, review_note, reviewed_at, reviewed_by) ON broken_glass TO ${APP_ROLE};
CREATE POLICY broken_glass_own ON broken_glass FOR SELECT TO ${APP_ROLE}
  USING (site_id = ANY ((SELECT app_sites())::int[]) AND staff_id = (SELECT app_staff()));
CREATE POLICY broken_glass_audited ON broken_glass FOR SELECT TO ${APP_ROLE} USING (${REVIEWED_HERE});
CREATE POLICY broken_glass_review ON broken_glass FOR UPDATE TO ${APP_ROLE} USING (${REVIEWED_HERE});`,
  ),
  policies(
    'protection_lift',
    `GRANT SELECT, INSERT, UPDATE (state, decided_at, decided_by) ON protection_lift TO ${APP_ROLE};
CREATE POLICY protection_lift_seen ON protection_lift FOR SELECT TO ${APP_ROLE}
  USING (site_id = ANY ((SELECT app_sites())::int[]) AND EXISTS (SELECT 1 FROM jobseeker j WHERE j.id = protection_lift.jobseeker_id));
CREATE POLICY protection_lift_ask ON protection_lift FOR INSERT TO ${APP_ROLE}
  WITH CHECK (site_id = ANY ((SELECT app_sites())::int[]) AND org_id = ANY ((SELECT app_orgs())::int[]) AND requested_by = (SELECT app_staff())
    AND EXISTS (SELECT 1 FROM jobseeker j WHERE j.id = protection_lift.jobseeker_id));
CREATE POLICY protection_lift_decide ON protection_lift FOR UPDATE TO ${APP_ROLE}
  USING (site_id = ANY ((SELECT app_sites())::int[]) AND EXISTS (SELECT 1 FROM jobseeker j WHERE j.id = protection_lift.jobseeker_id));`,
  ),
];
