import { routines } from './repeatable.js';

/**
 * The actor as the policies ask for it: read from the transaction's settings (context-statement.ts). Without them a function
 * answers NULL, and nothing equals NULL.
 */
export const CONTEXT_ROUTINES = routines(
  'context',
  `
CREATE OR REPLACE FUNCTION app_orgs() RETURNS int[] LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.orgs', true), '')::int[] $$;
CREATE OR REPLACE FUNCTION app_sites() RETURNS int[] LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.sites', true), '')::int[] $$;
CREATE OR REPLACE FUNCTION app_staff() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.staff', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION app_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.role', true), '') $$;
CREATE OR REPLACE FUNCTION app_system() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.system', true), '') $$;
CREATE OR REPLACE FUNCTION app_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.today', true), '')::date $$;
CREATE OR REPLACE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;
`,
);
