import { APP_ROLE, routines, SIGN_IN_ROLE } from '../../platform/sql/index.js';

/**
 * Attempts to sign in. Whoever tries is counted first, under the lock of the rows that count, and may then know the hash that the
 * password is checked against; it is checked outside of the database, which holds no connection and no lock meanwhile.
 */
export const ATTEMPT_ROUTINES = routines(
  'attempts to sign in',
  `
-- The rule is afterAttempt (libs/domain/sign-in). p_free and p_delays are its numbers: free attempts at the source, by the login and at the
-- device; minutes. Without p_source the holder tries in a session of their own. A login that nobody has is counted alike.
CREATE OR REPLACE FUNCTION auth_begin_attempt(p_login text, p_key bytea, p_source text, p_device bytea, p_device_days int, p_now timestamptz,
  p_free int[], p_delays int[], p_forgotten int)
RETURNS TABLE (staff_id uuid, password_hash text, places text[], retry_at timestamptz, is_last boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE holder uuid; hash text; tried text[]; free int[]; until timestamptz;
BEGIN
  -- A password that was given and not used in time is none any more.
  SELECT s.id, CASE WHEN c.temporary_until IS NULL OR c.temporary_until > p_now THEN c.password_hash END INTO holder, hash
    FROM staff s JOIN credential c ON c.staff_id = s.id WHERE s.login = p_login;
  IF p_source IS NULL THEN
    tried := ARRAY['own session']; free := ARRAY[p_free[1]];
  ELSIF EXISTS (SELECT 1 FROM known_device d WHERE d.token_hash = p_device AND d.staff_id = holder AND d.ended_at IS NULL
      AND d.last_used_at > p_now - make_interval(days => p_device_days)) THEN
    tried := ARRAY['device ' || encode(p_device, 'hex')]; free := ARRAY[p_free[3]];
  ELSE
    tried := ARRAY['anywhere', 'from ' || p_source]; free := ARRAY[p_free[2], p_free[1]];
  END IF;

  INSERT INTO sign_in_attempt (login_key, place, staff_id, failures, last_at)
    SELECT p_key, t, holder, 0, p_now FROM unnest(tried) t ORDER BY t ON CONFLICT DO NOTHING;
  PERFORM 1 FROM sign_in_attempt a WHERE a.login_key = p_key AND a.place = ANY (tried) ORDER BY a.place FOR UPDATE;
  SELECT max(a.retry_at) INTO until FROM sign_in_attempt a WHERE a.login_key = p_key AND a.place = ANY (tried);
  IF until > p_now THEN
    RETURN QUERY SELECT NULL::uuid, NULL::text, NULL::text[], until, false;
    RETURN;
  END IF;

  WITH counted AS (
    SELECT a.place, f.free, CASE WHEN a.last_at > p_now - make_interval(mins => p_forgotten) THEN a.failures ELSE 0 END + 1 AS failures
    FROM sign_in_attempt a JOIN unnest(tried, free) f(place, free) ON f.place = a.place WHERE a.login_key = p_key)
  UPDATE sign_in_attempt a SET staff_id = holder, failures = n.failures, last_at = p_now,
    retry_at = p_now + make_interval(mins => p_delays[least(n.failures - n.free, array_length(p_delays, 1))])
  FROM counted n WHERE a.login_key = p_key AND a.place = n.place;
  RETURN QUERY SELECT holder, hash, tried, NULL::timestamptz,
    EXISTS (SELECT 1 FROM sign_in_attempt a WHERE a.login_key = p_key AND a.place = ANY (tried) AND a.retry_at > p_now);
END $$;

-- What became of it. A right one takes itself back: from there nothing is held against the login any more, and elsewhere only what was before.
CREATE OR REPLACE FUNCTION auth_end_attempt(p_key bytea, p_places text[], p_staff uuid, p_matched boolean, p_is_last boolean, p_now timestamptz)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF p_matched THEN
    DELETE FROM sign_in_attempt WHERE login_key = p_key AND place = ANY (p_places) AND place <> 'anywhere';
    UPDATE sign_in_attempt SET failures = greatest(failures - 1, 0), retry_at = NULL
    WHERE login_key = p_key AND place = ANY (p_places) AND place = 'anywhere';
  ELSE
    PERFORM auth_audit(p_staff, NULL, CASE WHEN p_is_last THEN 'session.locked_out' ELSE 'session.refused' END, p_now);
    IF p_is_last THEN PERFORM auth_tell_locked_out(p_staff, p_now); END IF;
  END IF;
END $$;

-- A browser that was forgotten with a password is known again, and no new place.
CREATE OR REPLACE FUNCTION auth_know_device(p_token bytea, p_staff uuid, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE met boolean;
BEGIN
  INSERT INTO known_device (token_hash, staff_id, known_since, last_used_at) VALUES (p_token, p_staff, p_now, p_now) ON CONFLICT DO NOTHING;
  met := NOT FOUND;
  IF met THEN
    UPDATE known_device SET last_used_at = p_now, ended_at = NULL WHERE token_hash = p_token AND staff_id = p_staff;
  ELSIF EXISTS (SELECT 1 FROM known_device d WHERE d.staff_id = p_staff AND d.token_hash <> p_token) THEN
    PERFORM auth_new_place(p_staff, NULL, gen_random_uuid(), p_now);
  END IF;
END $$;

REVOKE ALL ON FUNCTION auth_begin_attempt(text, bytea, text, bytea, int, timestamptz, int[], int[], int),
  auth_end_attempt(bytea, text[], uuid, boolean, boolean, timestamptz), auth_know_device(bytea, uuid, timestamptz)
  FROM PUBLIC, ${APP_ROLE};
GRANT EXECUTE ON FUNCTION auth_begin_attempt(text, bytea, text, bytea, int, timestamptz, int[], int[], int),
  auth_end_attempt(bytea, text[], uuid, boolean, boolean, timestamptz), auth_know_device(bytea, uuid, timestamptz)
  TO ${SIGN_IN_ROLE};
`,
  `DROP FUNCTION IF EXISTS auth_begin_attempt(text, bytea, text, bytea, int, timestamptz, int[], int[], int);
DROP FUNCTION IF EXISTS auth_end_attempt(bytea, text[], uuid, boolean, boolean, timestamptz);
DROP FUNCTION IF EXISTS auth_know_device(bytea, uuid, timestamptz)`,
);
