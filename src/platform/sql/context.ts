import { APP_ROLE, REPORT_ROLE, routines, SIGN_IN_ROLE, WORKER_ROLE } from './repeatable.js';

/*
 * Who acts is said once a transaction, by a function that lets them in (`enter_session` for whoever holds a session, `enter_worker` for the worker's
 * role), as a transaction setting with a seal: a code over the setting, the back end and the transaction, made with a key that nobody but the owner
 * of the schema reads. Anybody may write a setting; without its seal it says nothing (decision 70).
 */

/** Parts of what is said, in their order. */
const PARTS = ['staff', 'role', 'orgs', 'sites', 'system', 'today', 'now'] as const;

/** Two rounds, as HMAC has them; the transaction by its moment, to the microsecond. */
const seal = (said: string): string =>
  `encode(sha256(k.key || sha256(k.key || convert_to(pg_backend_pid() || '|' || extract(epoch
    FROM transaction_timestamp()) || '|' || ${said}, 'UTF8'))), 'hex')`;

/** Asked once a statement by the policies (as `(SELECT app_…())`): a call costs some microseconds. */
const reader = (part: (typeof PARTS)[number], type: string, otherwise = 'NULL'): string => `
CREATE OR REPLACE FUNCTION app_${part}() RETURNS ${type} LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE said text := current_setting('app.actor', true);
BEGIN
  IF said IS NULL OR said = '' THEN RETURN ${otherwise}; END IF;
  PERFORM FROM context_key k WHERE ${seal('said')} = current_setting('app.seal', true);
  IF NOT FOUND THEN RETURN ${otherwise}; END IF;
  RETURN nullif(split_part(said, '|', ${PARTS.indexOf(part) + 1}), '')::${type};
END $$;`;

/** The actor as the policies ask for it. Without one a function answers NULL, and nothing equals NULL. */
export const CONTEXT_ROUTINES = routines(
  'context',
  `
${reader('staff', 'uuid')}
${reader('role', 'text')}
${reader('orgs', 'int[]')}
${reader('sites', 'int[]')}
${reader('system', 'text')}
${reader('today', 'date')}
${reader('now', 'timestamptz', 'now()')}
`,
);

export const WORKER_ENTRY = routines(
  'worker entry',
  `
-- Called by the functions that let somebody in, and by nobody else.
CREATE OR REPLACE FUNCTION say_context(p_staff uuid, p_role text, p_orgs int[], p_sites int[], p_system text, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE said text := concat_ws('|', coalesce(p_staff::text, ''), coalesce(p_role, ''), coalesce(p_orgs::text, ''), coalesce(p_sites::text, ''),
  coalesce(p_system, ''), (p_now AT TIME ZONE 'Asia/Tokyo')::date, p_now);
BEGIN
  PERFORM set_config('app.actor', said, true), set_config('app.seal', ${seal('said')}, true) FROM context_key k;
END $$;

-- A job, a command, an import: for no one who is signed in, or asking what somebody would see.
CREATE OR REPLACE FUNCTION enter_worker(p_staff uuid, p_role text, p_orgs int[], p_sites int[], p_system text, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM say_context(p_staff, p_role, p_orgs, p_sites, p_system, p_now);
END $$;
REVOKE ALL ON FUNCTION say_context(uuid, text, int[], int[], text, timestamptz), enter_worker(uuid, text, int[], int[], text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enter_worker(uuid, text, int[], int[], text, timestamptz) TO ${WORKER_ROLE};
GRANT USAGE ON SCHEMA public TO ${APP_ROLE}, ${REPORT_ROLE}, ${WORKER_ROLE}, ${SIGN_IN_ROLE};
`,
  'DROP FUNCTION IF EXISTS enter_worker(uuid, text, int[], int[], text, timestamptz), say_context(uuid, text, int[], int[], text, timestamptz)',
);
