import { APP_ROLE, routines, SIGN_IN_ROLE } from '../../platform/sql/index.js';

/**
 * Signing in happens before anyone is known, so it cannot run under an actor. These functions are the whole surface it has:
 * the application's role can neither read a password hash by other means nor list sessions' tokens.
 */
export const SIGN_IN_ROUTINES = routines(
  'sign-in',
  `
-- Whose password is asked for in place when a form outlived the session it was opened in.
CREATE OR REPLACE FUNCTION auth_find_staff(p_staff uuid) RETURNS TABLE (name text, login text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT s.name, s.login FROM staff s WHERE s.id = p_staff $$;

-- Signing in and out stands in the audit record beside everything else, at the site where the person works on that day.
CREATE OR REPLACE FUNCTION auth_audit(p_staff uuid, p_site int, p_action text, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO audit_entry (id, at, site_id, org_id, actor_staff_id, actor_system, action, subject_type, subject_id)
    SELECT gen_random_uuid(), p_now, coalesce(p_site, auth_site_of(p_staff, NULL, p_now)), s.organisation_id, p_staff,
      -- Whoever failed need not be the person whose login it was.
      CASE WHEN p_action IN ('session.refused', 'session.locked_out') THEN 'sign_in' END, p_action, 'staff', p_staff
    FROM staff s WHERE s.id = p_staff;
END $$;

CREATE OR REPLACE FUNCTION auth_site_of(p_staff uuid, p_site int, p_now timestamptz) RETURNS int
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT ss.site_id FROM staff_site ss
  WHERE ss.staff_id = p_staff AND (p_site IS NULL OR ss.site_id = p_site)
    AND ss.starts_on <= (p_now AT TIME ZONE 'Asia/Tokyo')::date AND (ss.ends_on IS NULL OR ss.ends_on > (p_now AT TIME ZONE 'Asia/Tokyo')::date)
  ORDER BY ss.starts_on, ss.site_id LIMIT 1 $$;

CREATE OR REPLACE FUNCTION auth_open_session(p_token bytea, p_staff uuid, p_site int, p_kind text, p_label text, p_now timestamptz, p_expires timestamptz)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE chosen int; opened uuid; from_new boolean := false;
BEGIN
  chosen := auth_site_of(p_staff, p_site, p_now);
  -- Tokens have functions of their own (tokens.ts), which ask the transaction for whom.
  IF p_kind NOT IN ('browser', 'api') THEN RETURN NULL; END IF;
  IF chosen IS NULL OR NOT EXISTS (SELECT 1 FROM staff s, LATERAL (SELECT (p_now AT TIME ZONE 'Asia/Tokyo')::date AS today) d
    WHERE s.id = p_staff AND s.employed_from <= d.today AND (s.employed_until IS NULL OR s.employed_until > d.today)) THEN RETURN NULL; END IF;
  -- A program shows no device: it is new to somebody who has only been seen in browsers, for as long as sessions are kept.
  IF p_kind = 'api' AND EXISTS (SELECT 1 FROM known_device d WHERE d.staff_id = p_staff) THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('programs of ' || p_staff, 0));
    from_new := NOT EXISTS (SELECT 1 FROM session s WHERE s.staff_id = p_staff AND s.kind = 'api');
  END IF;
  INSERT INTO session (token_hash, staff_id, site_id, kind, label, created_at, last_seen_at, expires_at)
    VALUES (sha256(p_token), p_staff, chosen, p_kind, p_label, p_now, p_now, p_expires) RETURNING id INTO opened;
  IF from_new THEN PERFORM auth_new_place(p_staff, chosen, opened, p_now); END IF;
  PERFORM auth_audit(p_staff, chosen, 'session.opened', p_now);
  RETURN opened;
END $$;

CREATE OR REPLACE FUNCTION auth_find_session(p_token bytea, p_now timestamptz)
RETURNS TABLE (staff_id uuid, name text, title text, role text, organisation_id int, organisation_name text, side text,
               site_id int, site_name text, desk_id int, site_ids int[], kind text, session_id uuid, must_change boolean,
               machine_account_id uuid, machine_name text, machine_scopes text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE held session%ROWTYPE; today date := (p_now AT TIME ZONE 'Asia/Tokyo')::date;
BEGIN
  SELECT * INTO held FROM session_in_force(p_token, p_now);
  IF NOT FOUND THEN RETURN; END IF;
  IF held.last_seen_at < p_now - interval '1 minute' THEN
    UPDATE session s SET last_seen_at = p_now WHERE s.token_hash = sha256(p_token);
  END IF;
  RETURN QUERY
    SELECT st.id, st.name, st.title, st.role, o.id, o.name, o.side, si.id, si.name, here.desk_id,
      (SELECT array_agg(DISTINCT ss.site_id) FROM staff_site ss
        WHERE ss.staff_id = st.id AND ss.starts_on <= today AND (ss.ends_on IS NULL OR ss.ends_on > today)),
      held.kind, held.id,
      -- Whoever uses a machine's token never types a password.
      held.kind <> 'machine' AND EXISTS (SELECT 1 FROM credential c WHERE c.staff_id = st.id AND c.must_change),
      machine.id, machine.name, machine.scopes
    FROM staff st JOIN organisation o ON o.id = st.organisation_id
    JOIN site si ON si.id = held.site_id
    JOIN LATERAL (SELECT ss.desk_id FROM staff_site ss WHERE ss.staff_id = st.id AND ss.site_id = held.site_id
                    AND ss.starts_on <= today AND (ss.ends_on IS NULL OR ss.ends_on > today)
                  ORDER BY ss.starts_on DESC LIMIT 1) here ON true
    LEFT JOIN machine_account machine ON machine.id = held.machine_account_id
    WHERE st.id = held.staff_id;
END $$;

-- Asked by the sign-in page of an installation where nobody was registered yet.
CREATE OR REPLACE FUNCTION auth_has_staff() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT EXISTS (SELECT 1 FROM staff) $$;

CREATE OR REPLACE FUNCTION auth_close_session(p_token bytea, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE held session%ROWTYPE;
BEGIN
  UPDATE session SET revoked_at = p_now WHERE token_hash = sha256(p_token) AND revoked_at IS NULL RETURNING * INTO held;
  IF FOUND THEN PERFORM auth_audit(held.staff_id, held.site_id, 'session.closed', p_now); END IF;
END $$;

CREATE OR REPLACE FUNCTION auth_switch_site(p_token bytea, p_site int, p_today date) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH moved AS (UPDATE session s SET site_id = p_site
    WHERE s.token_hash = sha256(p_token) AND EXISTS (SELECT 1 FROM staff_site ss WHERE ss.staff_id = s.staff_id AND ss.site_id = p_site
      AND ss.starts_on <= p_today AND (ss.ends_on IS NULL OR ss.ends_on > p_today)) RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM moved) $$;

REVOKE ALL ON FUNCTION auth_has_staff(), auth_audit(uuid, int, text, timestamptz), auth_site_of(uuid, int, timestamptz),
  auth_find_staff(uuid),
  auth_open_session(bytea, uuid, int, text, text, timestamptz, timestamptz), auth_find_session(bytea, timestamptz),
  auth_close_session(bytea, timestamptz), auth_switch_site(bytea, int, date) FROM PUBLIC, ${APP_ROLE};
GRANT EXECUTE ON FUNCTION auth_has_staff(), auth_find_staff(uuid),
  auth_open_session(bytea, uuid, int, text, text, timestamptz, timestamptz), auth_find_session(bytea, timestamptz),
  auth_close_session(bytea, timestamptz), auth_switch_site(bytea, int, date) TO ${SIGN_IN_ROLE};
`,
  'DROP FUNCTION IF EXISTS auth_find_session(bytea, timestamptz), auth_find_session(bytea, timestamptz, date, interval)',
);
