import { APP_ROLE, isColleague, policies, routines } from '../../platform/sql/index.js';

/**
 * Another password for a colleague (パスワードの再設定). Whoever sets one could use it first, at every site where the person works: so it takes somebody who
 * administers every one of them, or two who administer the organisation.
 */
export const PASSWORD_RESET_ROUTINES = routines(
  'password resets',
  `
-- Whether the person works, or will, at a site that the actor does not administer: such as of reset_password.
CREATE OR REPLACE FUNCTION needs_second_administrator(p_staff uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM staff_site p WHERE p.staff_id = p_staff AND (p.ends_on IS NULL OR p.ends_on > (SELECT app_today()))
    AND NOT EXISTS (SELECT 1 FROM staff_site a WHERE a.staff_id = (SELECT app_staff()) AND a.site_id = p.site_id
      AND a.starts_on <= (SELECT app_today()) AND (a.ends_on IS NULL OR a.ends_on > (SELECT app_today())))) $$;

-- Whom another administrator made one, or let in, within the week is no second: one alone would otherwise make themselves another.
CREATE OR REPLACE FUNCTION is_new_administrator(p_staff uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM audit_entry e WHERE e.subject_type = 'staff' AND e.subject_id = p_staff::text AND e.at > (SELECT app_now()) - interval '7 days'
    AND e.actor_staff_id IS DISTINCT FROM p_staff
    AND (e.action IN ('staff.registered', 'password.reset') OR (e.action = 'staff.edited' AND e.changes ? 'role'))) $$;

-- Sets it, and writes it down at every site where the person works, for the auditors there. Answers false where another administrator has to ask first.
CREATE OR REPLACE FUNCTION reset_password(p_staff uuid, p_hash text, p_hours int) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE asked password_reset_request%ROWTYPE; actor staff%ROWTYPE;
BEGIN
  SELECT * INTO actor FROM staff s WHERE s.id = (SELECT app_staff()) AND s.role = 'site_administrator';
  IF NOT FOUND OR (SELECT app_role()) <> 'site_administrator' OR p_staff = actor.id
    OR NOT EXISTS (SELECT 1 FROM staff s WHERE s.id = p_staff AND s.organisation_id = actor.organisation_id) THEN RETURN false; END IF;
  PERFORM 1 FROM credential c WHERE c.staff_id = p_staff FOR UPDATE;
  IF needs_second_administrator(p_staff) THEN
    SELECT r.* INTO asked FROM password_reset_request r JOIN staff s ON s.id = r.asked_by
      WHERE r.staff_id = p_staff AND r.ended_at IS NULL AND r.asked_by <> actor.id
      AND r.asked_at > (SELECT app_now()) - make_interval(hours => 24) AND s.role = 'site_administrator' AND s.organisation_id = actor.organisation_id
      AND (s.employed_until IS NULL OR s.employed_until > (SELECT app_today()));
    IF NOT FOUND OR is_new_administrator(asked.asked_by) OR is_new_administrator(actor.id) THEN RETURN false; END IF;
    UPDATE password_reset_request SET ended_at = (SELECT app_now()), confirmed_by = actor.id WHERE id = asked.id;
  END IF;
  UPDATE credential SET password_hash = p_hash, must_change = true, changed_at = (SELECT app_now()),
      temporary_until = (SELECT app_now()) + make_interval(hours => least(p_hours, 168)) WHERE staff_id = p_staff;
  UPDATE known_device SET ended_at = (SELECT app_now()) WHERE staff_id = p_staff AND ended_at IS NULL;
  UPDATE sign_in_attempt SET failures = 0, retry_at = NULL WHERE staff_id = p_staff;
  UPDATE session SET revoked_at = (SELECT app_now()) WHERE staff_id = p_staff AND revoked_at IS NULL AND kind <> 'machine';
  INSERT INTO audit_entry (id, at, site_id, org_id, actor_staff_id, action, subject_type, subject_id, changes)
    SELECT gen_random_uuid(), (SELECT app_now()), p.site_id, actor.organisation_id, actor.id, 'password.reset', 'staff', p_staff,
      jsonb_build_object('administrator', jsonb_build_object('from', NULL, 'to', actor.name))
    FROM staff_site p WHERE p.staff_id = p_staff AND (p.ends_on IS NULL OR p.ends_on > (SELECT app_today()))
      AND p.site_id <> ALL (app_sites()) GROUP BY p.site_id;
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION needs_second_administrator(uuid), is_new_administrator(uuid), reset_password(uuid, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION needs_second_administrator(uuid), reset_password(uuid, text, int) TO ${APP_ROLE};
`,
  'DROP FUNCTION IF EXISTS needs_second_administrator(uuid), is_new_administrator(uuid), reset_password(uuid, text, int)',
);

export const PASSWORD_RESET_POLICIES = policies(
  'password_reset_request',
  `GRANT SELECT, INSERT (id, staff_id), UPDATE (ended_at) ON password_reset_request TO ${APP_ROLE};
CREATE POLICY password_reset_request_of_colleague ON password_reset_request FOR SELECT TO ${APP_ROLE} USING (${isColleague('password_reset_request.staff_id')});
CREATE POLICY password_reset_request_ask ON password_reset_request FOR INSERT TO ${APP_ROLE} WITH CHECK (${isColleague('password_reset_request.staff_id')});
CREATE POLICY password_reset_request_end ON password_reset_request FOR UPDATE TO ${APP_ROLE} USING (${isColleague('password_reset_request.staff_id')});`,
);
