import { APP_ROLE, routines } from './repeatable.js';

/** Whether a step has run, for a process that must know before it serves: the record of them is the owner's. */
export const SCHEMA_VERSION = routines(
  'schema version',
  `
CREATE OR REPLACE FUNCTION migration_applied(p_name text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT EXISTS (SELECT 1 FROM migrations WHERE name = p_name) $$;
REVOKE ALL ON FUNCTION migration_applied(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION migration_applied(text) TO ${APP_ROLE};
`,
  'DROP FUNCTION IF EXISTS migration_applied(text)',
);
