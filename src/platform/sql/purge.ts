import { APP_ROLE } from './repeatable.js';

/**
 * A function that throws rows of a table away, for the worker alone: the application itself deletes nothing.
 * @param goes what is over, with `p_before` for the moment before which it must have been
 */
export const purgeRoutine = (name: string, table: string, goes: string): string => `
CREATE OR REPLACE FUNCTION ${name}(p_before timestamptz) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM ${table} t WHERE (SELECT app_system()) = 'worker' AND (${goes}) RETURNING 1)
  SELECT count(*)::int FROM gone $$;
REVOKE ALL ON FUNCTION ${name}(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ${name}(timestamptz) TO ${APP_ROLE};`;
