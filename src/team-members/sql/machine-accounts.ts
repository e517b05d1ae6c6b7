import { APP_ROLE, isColleague, policies, routines, view } from '../../platform/sql/index.js';

/** Whom a machine's account concerns besides its administrators: whoever answers for it, or was asked to. */
export const MACHINE_ACCOUNT_ROUTINES = routines(
  'machine accounts',
  `
CREATE OR REPLACE FUNCTION answers_for_machine(p_account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM machine_account_owner w WHERE w.machine_account_id = p_account AND w.staff_id = (SELECT app_staff()) AND w.ended_at IS NULL) $$;

-- Whoever was asked answers for it from now on. The machine goes on with the token it has, unless whoever answered for it is gone already.
-- Tells who answered for it before, whom the successor does not see.
CREATE OR REPLACE FUNCTION accept_machine_account(p_account uuid) RETURNS TABLE (former_owner uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE account_site int; former uuid;
BEGIN
  SELECT m.site_id INTO account_site FROM machine_account m WHERE m.id = p_account AND m.ended_at IS NULL AND m.ends_on > (SELECT app_today())
    AND m.site_id = ANY ((SELECT app_sites())::int[]) FOR UPDATE;
  IF NOT FOUND OR (SELECT app_role()) = 'machine' OR NOT EXISTS (SELECT 1 FROM machine_account_owner w
    WHERE w.machine_account_id = p_account AND w.staff_id = (SELECT app_staff()) AND w.accepted_at IS NULL AND w.ended_at IS NULL) THEN RETURN; END IF;
  UPDATE machine_account_owner w SET ended_at = (SELECT app_now())
    WHERE w.machine_account_id = p_account AND w.accepted_at IS NOT NULL AND w.ended_at IS NULL RETURNING w.staff_id INTO former;
  UPDATE machine_account_owner w SET accepted_at = (SELECT app_now())
    WHERE w.machine_account_id = p_account AND w.staff_id = (SELECT app_staff()) AND w.accepted_at IS NULL AND w.ended_at IS NULL;
  IF EXISTS (SELECT 1 FROM staff s JOIN staff_site p ON p.staff_id = s.id AND p.site_id = account_site
    WHERE s.id = former AND (s.employed_until IS NULL OR s.employed_until > (SELECT app_today()))
      AND p.starts_on <= (SELECT app_today()) AND (p.ends_on IS NULL OR p.ends_on > (SELECT app_today()))) THEN
    UPDATE session SET staff_id = (SELECT app_staff()) WHERE machine_account_id = p_account AND revoked_at IS NULL;
  ELSE
    UPDATE session SET revoked_at = (SELECT app_now()) WHERE machine_account_id = p_account AND revoked_at IS NULL;
  END IF;
  RETURN QUERY SELECT former;
END $$;
REVOKE ALL ON FUNCTION answers_for_machine(uuid), accept_machine_account(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION answers_for_machine(uuid), accept_machine_account(uuid) TO ${APP_ROLE};
`,
  'DROP FUNCTION IF EXISTS answers_for_machine(uuid), accept_machine_account(uuid)',
);

const OF_OWN_SITE =
  'machine_account.site_id = ANY ((SELECT app_sites())::int[]) AND machine_account.org_id = ANY ((SELECT app_orgs())::int[])';
const BY_WORKER = `(SELECT app_system()) = 'worker' AND machine_account.site_id = ANY ((SELECT app_sites())::int[])`;

/** Made and ended by an administrator of its organisation; scopes and end are never changed: another account is another account. */
export const MACHINE_ACCOUNT_POLICIES = [
  policies(
    'machine_account',
    `GRANT SELECT, INSERT, UPDATE (ended_at, end_reason, end_told) ON machine_account TO ${APP_ROLE};
CREATE POLICY machine_account_read ON machine_account FOR SELECT TO ${APP_ROLE}
  USING ((${OF_OWN_SITE} AND ((SELECT app_role()) IN ('site_administrator', 'auditor') OR answers_for_machine(machine_account.id))) OR ${BY_WORKER});
CREATE POLICY machine_account_make ON machine_account FOR INSERT TO ${APP_ROLE} WITH CHECK (${OF_OWN_SITE} AND (SELECT app_role()) = 'site_administrator');
CREATE POLICY machine_account_end ON machine_account FOR UPDATE TO ${APP_ROLE}
  USING ((${OF_OWN_SITE} AND (SELECT app_role()) = 'site_administrator') OR ${BY_WORKER});`,
  ),
  policies(
    'machine_account_owner',
    // Accepting is the function's alone: nobody accepts for another.
    `GRANT SELECT, INSERT (id, machine_account_id, staff_id), UPDATE (ended_at) ON machine_account_owner TO ${APP_ROLE};
CREATE POLICY machine_account_owner_read ON machine_account_owner FOR SELECT TO ${APP_ROLE}
  USING (staff_id = (SELECT app_staff()) OR ${isColleague('machine_account_owner.staff_id')} OR (SELECT app_system()) = 'worker');
CREATE POLICY machine_account_owner_ask ON machine_account_owner FOR INSERT TO ${APP_ROLE}
  WITH CHECK (${isColleague('machine_account_owner.staff_id')}
    AND EXISTS (SELECT 1 FROM machine_account m WHERE m.id = machine_account_owner.machine_account_id AND m.org_id = ANY ((SELECT app_orgs())::int[])));
CREATE POLICY machine_account_owner_end ON machine_account_owner FOR UPDATE TO ${APP_ROLE}
  USING (${isColleague('machine_account_owner.staff_id')} OR (SELECT app_system()) = 'worker');`,
  ),
];

/** What an audit line calls a machine. */
export const MACHINE_ACCOUNT_NAME = view('machine_account_name', 'SELECT m.id, m.name FROM machine_account m');
