import { APP_ROLE, routines } from '../../platform/sql/index.js';

/**
 * Tokens (トークン): for oneself, and for a machine one answers for. For whom and at which site is read from the transaction, never given: whoever
 * may manage colleagues still makes none that acts as one of them.
 */
export const TOKEN_ROUTINES = routines(
  'tokens',
  `
CREATE OR REPLACE FUNCTION open_own_token(p_token bytea, p_label text, p_expires timestamptz) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE opened uuid;
BEGIN
  IF (SELECT app_role()) = 'machine' OR auth_site_of((SELECT app_staff()), (app_sites())[1], (SELECT app_now())) IS NULL THEN RETURN NULL; END IF;
  INSERT INTO session (token_hash, staff_id, site_id, kind, label, created_at, last_seen_at, expires_at)
    VALUES (sha256(p_token), (SELECT app_staff()), (app_sites())[1], 'personal', p_label, (SELECT app_now()), (SELECT app_now()), p_expires)
    RETURNING id INTO opened;
  RETURN opened;
END $$;

-- A machine has one token: the next one ends the one before. Only whoever accepted to answer for it gets one.
CREATE OR REPLACE FUNCTION open_machine_token(p_token bytea, p_account uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE machine machine_account%ROWTYPE; opened uuid;
BEGIN
  SELECT * INTO machine FROM machine_account m WHERE m.id = p_account AND m.ended_at IS NULL AND m.ends_on > (SELECT app_today())
    AND m.site_id = ANY ((SELECT app_sites())::int[]) FOR UPDATE;
  IF NOT FOUND OR (SELECT app_role()) = 'machine' OR NOT EXISTS (SELECT 1 FROM machine_account_owner w
    WHERE w.machine_account_id = p_account AND w.staff_id = (SELECT app_staff()) AND w.accepted_at IS NOT NULL AND w.ended_at IS NULL) THEN RETURN NULL; END IF;
  UPDATE session SET revoked_at = (SELECT app_now()) WHERE machine_account_id = p_account AND revoked_at IS NULL;
  INSERT INTO session (token_hash, staff_id, site_id, kind, label, machine_account_id, created_at, last_seen_at, expires_at)
    VALUES (sha256(p_token), (SELECT app_staff()), machine.site_id, 'machine', machine.name, p_account, (SELECT app_now()), (SELECT app_now()),
      machine.ends_on::timestamp AT TIME ZONE 'Asia/Tokyo') RETURNING id INTO opened;
  RETURN opened;
END $$;
REVOKE ALL ON FUNCTION open_own_token(bytea, text, timestamptz), open_machine_token(bytea, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_own_token(bytea, text, timestamptz), open_machine_token(bytea, uuid) TO ${APP_ROLE};
`,
  `DROP FUNCTION IF EXISTS open_own_token(bytea, text, timestamptz), open_machine_token(bytea, uuid);
DROP FUNCTION IF EXISTS auth_open_token(bytea, text, timestamptz), auth_open_machine_token(bytea, uuid)`,
);
