import { type SharedTable, type SharingCategory, SHARING_CATEGORIES, TABLE_CATEGORIES } from '#domain/sharing';
import { APP_ROLE, policies, REPORT_ROLE, type RepeatableSql } from './repeatable.js';

/*
 * Row-level security, written once. Who acts travels in the transaction, sealed (context.ts); a query without an actor sees nothing.
 */

/*
 * Policies that are asked for every row read the actor's settings once a statement (`SELECT` makes an initial plan of it), and a
 * grant as a value that is looked up by its index, which the planner would otherwise turn into a scan of all grants.
 */
const ORGS = 'ANY ((SELECT app_orgs())::int[])';
const TODAY = '(SELECT app_today())';

/** A grant of the sharing ledger that is in force on the actor's day; `holdsOn` of libs/domain/sharing. */
const grantInForce = (jobseeker: string, category: string, giver?: string): string => `coalesce((
    SELECT true FROM sharing_grant a
    WHERE a.jobseeker_id = ${jobseeker} AND a.receiver_org = ${ORGS} AND a.category = ${category}${giver === undefined ? '' : ` AND a.giver_org = ${giver}`}
      AND a.starts_on <= ${TODAY} AND (a.ends_on IS NULL OR a.ends_on > ${TODAY}) LIMIT 1), false)`;

/** The person: registered by the actor's organisation or made known to it; a protected person only to the named few, and to whoever broke the glass. */
export const jobseekerVisible = (table: string): string => `
  ${table}.site_id = ANY ((SELECT app_sites())::int[])
  AND (${table}.org_id = ${ORGS} OR ${grantInForce(`${table}.id`, "'identity'")})
  AND (${table}.protected_until IS NULL OR ${table}.protected_until < ${TODAY}
       OR ((SELECT app_role()) = 'supervisor' AND ${table}.org_id = ${ORGS})
       OR app_is_assigned(${table}.id) OR app_broke_glass(${table}.id))`;

/** Of a 対象者区分: as it stands beside its name. */
const categoryOfGroup = (code: string): string => `(SELECT t.category FROM target_group t WHERE t.code = ${code})`;

/** Of a consent: to take part it goes with the case; to share it is told to the other organisation it names, and to no third. */
const categoryOfConsent = (kind: string, sharedWith: string): string =>
  `CASE WHEN ${kind} = 'participation' THEN 'plan' WHEN ${sharedWith} = ${ORGS} THEN 'identity' END`;

const tablesOf = (category: SharingCategory): string[] =>
  Object.keys(TABLE_CATEGORIES).filter(
    (table) => TABLE_CATEGORIES[table as keyof typeof TABLE_CATEGORIES] === category,
  );

/** A line of the timeline belongs where the record belongs that it is about. A registration told the person's groups once: no more than a group. */
const CATEGORY_OF_LINE = `CASE ${SHARING_CATEGORIES.filter((category) => tablesOf(category).length > 0)
  .map((category) => `WHEN timeline_entry.subject_type IN ('${tablesOf(category).join("','")}') THEN '${category}'`)
  .join(' ')}
    WHEN timeline_entry.subject_type = 'jobseeker' THEN CASE WHEN coalesce(timeline_entry.data -> 'groups', '[]') <> '[]' THEN 'health' ELSE 'identity' END
    WHEN timeline_entry.subject_type = 'group_membership' THEN ${categoryOfGroup("timeline_entry.data ->> 'groupCode'")}
    WHEN timeline_entry.subject_type = 'consent' THEN ${categoryOfConsent(
      "timeline_entry.data ->> 'kind'",
      "(timeline_entry.data ->> 'sharedWithOrganisationId')::int",
    )} END`;

/** The category a row belongs to, as SQL; NULL, which no grant equals, for what is told to nobody else. */
function categoryOfRow(table: SharedTable): string {
  if (table === 'group_membership') return categoryOfGroup('group_membership.group_code');
  if (table === 'consent') return categoryOfConsent('consent.kind', 'consent.shared_with_org');
  if (table === 'timeline_entry') return CATEGORY_OF_LINE;
  return `'${TABLE_CATEGORIES[table]}'`;
}

/**
 * What was recorded about a person: the person is visible, and the record is one's own, or whoever wrote it gave its category (`maySee` of
 * libs/domain/sharing). The site is asked for in a form no index answers (`+ 0`): a person's few records are found by the person, and the planner
 * would otherwise read the site's whole index beside them.
 */
export const recordVisible = (table: SharedTable, { besides = '', given = '' } = {}): string => `
  ${table}.site_id + 0 = ANY ((SELECT app_sites())::int[])
  AND EXISTS (SELECT 1 FROM jobseeker j WHERE j.id = ${table}.jobseeker_id)
  AND (${table}.org_id = ${ORGS}
    OR (${given && `${table}.${given} AND `}${grantInForce(`${table}.jobseeker_id`, categoryOfRow(table), `${table}.org_id`)})${
      besides &&
      `
    OR ${besides}`
    })`;

/** What an organisation keeps of what another wrote: the case in which it wrote, the plan it agreed to (`kept_record`). */
export const keptRecord = (record: string): string => `coalesce((
    SELECT true FROM kept_record k WHERE k.record_id = ${record} AND k.org_id = ${ORGS} LIMIT 1), false)`;

/** What was written about one's own staff is one's own as well. */
export const concernsOwn = (organisation: string): string => `${organisation} = ${ORGS}`;

/** A new record bears the actor's own organisation and site and concerns a person the actor sees. */
const recordIsOwn = (table: string): string => `
  ${table}.site_id = ANY ((SELECT app_sites())::int[]) AND ${table}.org_id = ANY ((SELECT app_orgs())::int[])
  AND EXISTS (SELECT 1 FROM jobseeker j WHERE j.id = ${table}.jobseeker_id)`;

export interface RecordTableOptions {
  /** Both sides change the row (a case, a plan); otherwise only the organisation that wrote it may. */
  readonly changedBy: 'both_sides' | 'own_organisation' | 'nobody';
  /** Columns the reporting role may count with; none of them names or describes a person. */
  readonly countable?: readonly string[];
  /** Who else reads a row: a condition besides its organisation's and the grants (`keptRecord`, `concernsOwn`). */
  readonly readBesides?: string;
  /** Which rows a grant opens at all, as a condition on the row's own columns. */
  readonly given?: string;
  /** Who else changes it. */
  readonly changedBesides?: string;
  /** What the table asks for besides. */
  readonly more?: string;
}

/**
 * Policies and grants of a table of records about a person (needs site_id, org_id, jobseeker_id). Which category it is shared by says the registry
 * (libs/domain/sharing): a table that is not in it does not compile.
 */
export function personalRecord(table: SharedTable, options: RecordTableOptions): RepeatableSql {
  const visible = recordVisible(table, { besides: options.readBesides, given: options.given });
  const statements = [
    `GRANT SELECT, INSERT ON ${table} TO ${APP_ROLE};`,
    `CREATE POLICY ${table}_read ON ${table} FOR SELECT TO ${APP_ROLE} USING (${visible});`,
    `CREATE POLICY ${table}_write ON ${table} FOR INSERT TO ${APP_ROLE} WITH CHECK (${recordIsOwn(table)});`,
  ];
  if (options.changedBy !== 'nobody') {
    const mayChange =
      options.changedBy === 'both_sides'
        ? recordVisible(table, { besides: options.changedBesides })
        : recordIsOwn(table);
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
      `CREATE POLICY ${table}_site ON ${table} FOR ALL TO ${APP_ROLE} USING (site_id = ANY ((SELECT app_sites())::int[]))
        WITH CHECK (site_id = ANY ((SELECT app_sites())::int[]));`,
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
  `(SELECT app_role()) = 'site_administrator' AND EXISTS (SELECT 1 FROM staff colleague
    WHERE colleague.id = ${staffId} AND colleague.organisation_id = ANY ((SELECT app_orgs())::int[]))`;
