import { APP_ROLE, policies, REPORT_ROLE, type RepeatableSql } from './repeatable.js';

/*
 * Row-level security, written once. The actor travels in transaction settings (`app.orgs`, `app.sites`, `app.staff`,
 * `app.role`, `app.today`); a query without them sees nothing.
 */

/*
 * Policies that are asked for every row read the actor's settings once a statement (`SELECT` makes an initial plan of it), and a
 * grant as a value that is looked up by its index, which the planner would otherwise turn into a scan of all grants.
 */
const ORGS = 'ANY ((SELECT app_orgs())::int[])';
const TODAY = '(SELECT app_today())';

/** A grant from `jobseeker_access` that is in force on the actor's day. */
const grantInForce = (jobseeker: string, extra = ''): string => `coalesce((
    SELECT true FROM jobseeker_access a
    WHERE a.jobseeker_id = ${jobseeker} AND a.org_id = ${ORGS}
      AND a.starts_on <= ${TODAY} AND (a.ends_on IS NULL OR a.ends_on > ${TODAY})${extra} LIMIT 1), false)`;

/** The person: registered by the actor's organisation or opened to it; a protected person only to the named few. */
export const jobseekerVisible = (table: string): string => `
  ${table}.site_id = ANY (app_sites())
  AND (${table}.org_id = ${ORGS} OR ${grantInForce(`${table}.id`)})
  AND (${table}.protected_until IS NULL OR ${table}.protected_until < ${TODAY}
       OR ((SELECT app_role()) = 'supervisor' AND ${table}.org_id = ${ORGS})
       OR app_is_assigned(${table}.id))`;

/**
 * What was recorded about a person: the person is visible, and the record is one's own or shared. The site is asked for in a
 * form no index answers (`+ 0`): a person's few records are found by the person, and the planner would otherwise read the
 * site's whole index beside them.
 */
export const recordVisible = (table: string): string => `
  ${table}.site_id + 0 = ANY (app_sites())
  AND EXISTS (SELECT 1 FROM jobseeker j WHERE j.id = ${table}.jobseeker_id)
  AND (${table}.org_id = ${ORGS}
       OR ${grantInForce(`${table}.jobseeker_id`, " AND a.basis <> 'registered'")})`;

/** A new record bears the actor's own organisation and site and concerns a person the actor sees. */
const recordIsOwn = (table: string): string => `
  ${table}.site_id = ANY (app_sites()) AND ${table}.org_id = ANY (app_orgs())
  AND EXISTS (SELECT 1 FROM jobseeker j WHERE j.id = ${table}.jobseeker_id)`;

export interface RecordTableOptions {
  /** Both sides change the row (a case, a plan); otherwise only the organisation that wrote it may. */
  readonly changedBy: 'both_sides' | 'own_organisation' | 'nobody';
  /** Columns the reporting role may count with; none of them names or describes a person. */
  readonly countable?: readonly string[];
  /** What the table asks for besides. */
  readonly more?: string;
}

/** Policies and grants of a table of records about a person (needs site_id, org_id, jobseeker_id). */
export function personalRecord(table: string, options: RecordTableOptions): RepeatableSql {
  const statements = [
    `GRANT SELECT, INSERT ON ${table} TO ${APP_ROLE};`,
    `CREATE POLICY ${table}_read ON ${table} FOR SELECT TO ${APP_ROLE} USING (${recordVisible(table)});`,
    `CREATE POLICY ${table}_write ON ${table} FOR INSERT TO ${APP_ROLE} WITH CHECK (${recordIsOwn(table)});`,
  ];
  if (options.changedBy !== 'nobody') {
    const mayChange = options.changedBy === 'both_sides' ? recordVisible(table) : recordIsOwn(table);
    statements.push(
      `GRANT UPDATE ON ${table} TO ${APP_ROLE};`,
      `CREATE POLICY ${table}_change ON ${table} FOR UPDATE TO ${APP_ROLE} USING (${mayChange}) WITH CHECK (${mayChange});`,
    );
  }
  if (options.countable) statements.push(countable(table, options.countable));
  if (options.more !== undefined) statements.push(options.more);
  return policies(table, statements.join('\n'));
}

/**
 * Lets the reporting role see the site's rows through the named columns alone. The sites are read once a statement: the planner
 * would otherwise believe that asking twice for the site leaves a hundredth of the rows.
 */
export function countable(table: string, columns: readonly string[]): string {
  return [
    `GRANT SELECT (${columns.join(', ')}) ON ${table} TO ${REPORT_ROLE};`,
    `CREATE POLICY ${table}_count ON ${table} FOR SELECT TO ${REPORT_ROLE} USING (site_id = ANY ((SELECT app_sites())::int[]));`,
  ].join('\n');
}

/** A table of the site without persons (employers, desks): everyone working at the site. */
export function siteTable(table: string, grants = 'SELECT, INSERT, UPDATE', more = ''): RepeatableSql {
  return policies(
    table,
    [
      `GRANT ${grants} ON ${table} TO ${APP_ROLE};`,
      `CREATE POLICY ${table}_site ON ${table} FOR ALL TO ${APP_ROLE} USING (site_id = ANY (app_sites())) WITH CHECK (site_id = ANY (app_sites()));`,
      more,
    ].join('\n'),
  );
}

/** Grants on reference data: read by everyone signed in, changed through the application by those who may. */
export function referenceTable(table: string, grants = 'SELECT, INSERT, UPDATE'): string {
  return `GRANT ${grants} ON ${table} TO ${APP_ROLE}; GRANT SELECT ON ${table} TO ${REPORT_ROLE};`;
}

/** An administrator manages the staff of their own organisation, wherever these work. */
export const isColleague = (staffId: string): string =>
  `app_role() = 'site_administrator' AND EXISTS (SELECT 1 FROM staff colleague
    WHERE colleague.id = ${staffId} AND colleague.organisation_id = ANY (app_orgs()))`;
