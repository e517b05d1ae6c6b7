import { APP_ROLE, routines } from '../../platform/sql/index.js';

/** 自分のパスワード: of whoever acts, and of nobody else. */
export const OWN_PASSWORD_ROUTINES = routines(
  'own password',
  `
-- p_known: when the password was changed that the holder has just given. Answers false when another has been set since.
CREATE OR REPLACE FUNCTION change_own_password(p_hash text, p_known timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE credential SET password_hash = p_hash, must_change = false, temporary_until = NULL,
    changed_at = greatest((SELECT app_now()), p_known + interval '1 millisecond')
  WHERE staff_id = (SELECT app_staff()) AND date_trunc('milliseconds', changed_at) = p_known;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE known_device SET ended_at = (SELECT app_now()) WHERE staff_id = (SELECT app_staff()) AND ended_at IS NULL;
  UPDATE sign_in_attempt SET failures = 0, retry_at = NULL WHERE staff_id = (SELECT app_staff());
  RETURN true;
END $$;
CREATE OR REPLACE FUNCTION own_login() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.login FROM staff s WHERE s.id = (SELECT app_staff()) $$;
REVOKE ALL ON FUNCTION change_own_password(text, timestamptz), own_login() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION change_own_password(text, timestamptz), own_login() TO ${APP_ROLE};
`,
  `DROP FUNCTION IF EXISTS change_own_password(text, timestamptz), own_login();
DROP FUNCTION IF EXISTS auth_change_password(uuid, text, timestamptz, timestamptz)`,
);
