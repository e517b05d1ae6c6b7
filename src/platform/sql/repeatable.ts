/** The application's role: serves people, owns nothing, passes no policy. */
export const APP_ROLE = 'team_support_app';
/** The reporting role: every row of a site, none of the columns that name a person. */
export const REPORT_ROLE = 'team_support_report';
/** Checks passwords and opens sessions, by the `auth_…` functions; reads no table. */
export const SIGN_IN_ROLE = 'team_support_sign_in';
/** Acts for nobody who is signed in; has the rights of the other two where it takes them on. */
export const WORKER_ROLE = 'team_support_worker';

/**
 * SQL that is put in force again whenever it changed: a view, a function, the policies of a table. It stands in one file
 * beside what owns it (`src/<feature>/sql/`) and in its place in `migrations/repeatable.ts`; what it looked like before is
 * the history of that file.
 */
export interface RepeatableSql {
  /** Unique; for example `policies consent`. */
  readonly name: string;
  /** Puts it in force on the schema that the migrations made. */
  readonly apply: string;
  /** Takes it out of force, also where it is not: everything is taken out, last first, before the schema moves. */
  readonly remove: string;
}

/** What says whose a row is, whom it is about and which it is: written once. */
const OWNERSHIP = ['id', 'site_id', 'org_id', 'organisation_id', 'jobseeker_id', 'giver_org', 'receiver_org'];

/** Where the application may change a table, it may change all of its columns but those. */
const keepsItsOwner = (table: string): string => `DO $$ DECLARE others text; BEGIN
  IF NOT has_table_privilege('${APP_ROLE}', 'public.${table}', 'UPDATE') THEN RETURN; END IF;
  SELECT string_agg(quote_ident(attname), ', ') INTO others FROM pg_attribute
    WHERE attrelid = 'public.${table}'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> ALL ('{${OWNERSHIP.join(',')}}');
  REVOKE UPDATE ON ${table} FROM ${APP_ROLE};
  EXECUTE format('GRANT UPDATE (%s) ON ${table} TO ${APP_ROLE}', others);
END $$;`;

/** Who may see and change the rows of a table. Between its removal and its return nobody but the owner may: it is closed, not open. */
export function policies(table: string, statements: string): RepeatableSql {
  return {
    name: `policies ${table}`,
    apply: `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;\n${statements}\n${keepsItsOwner(table)}`,
    remove: `DO $$ DECLARE named text; BEGIN
      IF to_regclass('public.${table}') IS NULL THEN RETURN; END IF;
      FOR named IN SELECT policyname FROM pg_policies WHERE schemaname = 'public' AND tablename = '${table}' LOOP
        EXECUTE format('DROP POLICY %I ON ${table}', named);
      END LOOP;
      REVOKE ALL ON ${table} FROM ${APP_ROLE}, ${REPORT_ROLE};
    END $$`,
  };
}

/** A view; it runs with the rights of whoever asks, so that it shows nobody more than the tables under it. */
export function view(name: string, select: string, readers: readonly string[] = [APP_ROLE]): RepeatableSql {
  return {
    name: `view ${name}`,
    apply: `CREATE VIEW ${name} WITH (security_invoker = true) AS ${select};\nGRANT SELECT ON ${name} TO ${readers.join(', ')};`,
    remove: `DROP VIEW IF EXISTS ${name}`,
  };
}

/**
 * Functions, each written as CREATE OR REPLACE. Those that a column's default or a landed migration knows stay where they
 * are; a newer one says how it is dropped, which is needed when its parameters change.
 */
export function routines(name: string, definitions: string, drop = ''): RepeatableSql {
  return { name: `routines ${name}`, apply: definitions, remove: drop };
}
