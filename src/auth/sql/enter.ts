import { APP_ROLE, REPORT_ROLE, routines } from '../../platform/sql/index.js';

/** Minutes without a request after which a session ends by itself. */
export const IDLE_MINUTES = 30;

/** Of minutes: what the clocks of two machines may differ by. */
const CLOCKS_DIFFER_BY = 5;

/** The holder of a session is let into a transaction; what the policies ask of the actor is what stands in the tables, not what was said. */
export const ENTRY_ROUTINES = routines(
  'entry',
  `
-- p_key: digest of the session's token, of which only a digest is kept. Nobody's where it ended, was not used for too long, or its holder is no longer here.
CREATE OR REPLACE FUNCTION session_in_force(p_key bytea, p_now timestamptz) RETURNS SETOF session LANGUAGE sql STABLE AS $$
  SELECT s.* FROM session s JOIN staff st ON st.id = s.staff_id, LATERAL (SELECT (p_now AT TIME ZONE 'Asia/Tokyo')::date AS today) d
  WHERE s.token_hash = sha256(p_key) AND s.revoked_at IS NULL AND s.expires_at > p_now
    AND (s.kind IN ('personal', 'machine') OR s.last_seen_at > p_now - interval '${IDLE_MINUTES} minutes')
    AND st.employed_from <= d.today AND (st.employed_until IS NULL OR st.employed_until > d.today)
    AND EXISTS (SELECT 1 FROM staff_site p WHERE p.staff_id = st.id AND p.site_id = s.site_id
      AND p.starts_on <= d.today AND (p.ends_on IS NULL OR p.ends_on > d.today))
    -- A machine's only while its account goes on and whoever accepted to answer for it does.
    AND (s.kind <> 'machine' OR EXISTS (SELECT 1 FROM machine_account m JOIN machine_account_owner w ON w.machine_account_id = m.id
      WHERE m.id = s.machine_account_id AND m.ended_at IS NULL AND m.ends_on > d.today
        AND w.staff_id = s.staff_id AND w.accepted_at IS NOT NULL AND w.ended_at IS NULL)) $$;

-- p_now: the process's moment, which is believed where it is the database's.
CREATE OR REPLACE FUNCTION enter_session(p_key bytea, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE held record;
BEGIN
  IF abs(extract(epoch FROM p_now - clock_timestamp())) > ${CLOCKS_DIFFER_BY * 60} AND NOT (SELECT k.clock_is_given FROM context_key k) THEN
    RAISE EXCEPTION 'the clocks of the process and of the database differ by more than ${CLOCKS_DIFFER_BY} minutes';
  END IF;
  -- What a role lets its holder see (the protected, the audit record) is no machine's, whoever answers for it.
  SELECT st.id, CASE WHEN s.kind = 'machine' THEN 'machine' ELSE st.role END AS role, st.organisation_id, s.site_id,
    'machine ' || s.machine_account_id AS machine INTO held
  FROM session_in_force(p_key, p_now) s JOIN staff st ON st.id = s.staff_id;
  IF NOT FOUND THEN RAISE EXCEPTION 'no session' USING ERRCODE = 'invalid_authorization_specification'; END IF;
  PERFORM say_context(held.id, held.role, ARRAY[held.organisation_id], ARRAY[held.site_id], held.machine, p_now);
END $$;
REVOKE ALL ON FUNCTION enter_session(bytea, timestamptz), session_in_force(bytea, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enter_session(bytea, timestamptz) TO ${APP_ROLE}, ${REPORT_ROLE};
`,
  'DROP FUNCTION IF EXISTS enter_session(bytea, timestamptz), session_in_force(bytea, timestamptz)',
);
