import { escapeLiteral } from 'pg';
import type { Actor } from '#access';
import type { Clock } from '#kernel';
import { connectionName, currentTrace } from '../tracing/index.js';

/** A figure is counted once for its months and never by the same statement again, so it is planned for their days. */
export const REPORT_ROLE_STATEMENT =
  'SET LOCAL ROLE team_support_report; SET LOCAL plan_cache_mode = force_custom_plan';

/** No statement of ours takes that long unless something is wrong. */
const STATEMENT_TIMEOUT = '15s';

/**
 * The actor as transaction settings, which the row-level policies read, and the request or job it is for, by which an operator finds the
 * transaction (pg_stat_activity, the server's log) and a message what it came of. Literals are escaped because the statement shares
 * one simple-protocol round trip with BEGIN and so takes no parameters.
 */
export function contextStatement(actor: Actor, clock: Clock): string {
  const trace = currentTrace();
  const name = connectionName(trace);
  const settings: Record<string, string> = {
    'app.today': clock.today(),
    'app.now': clock.now().toISOString(),
    // Of the transaction and not of the connection, which a pooler would refuse.
    statement_timeout: STATEMENT_TIMEOUT,
    // The policies make a statement dear to plan and hide from the planner what it would gain by planning for other values.
    plan_cache_mode: 'force_generic_plan',
    ...(trace.request === undefined ? {} : { 'app.request': trace.request }),
    ...(name === undefined ? {} : { application_name: name }),
    ...(actor.kind === 'staff'
      ? {
          'app.staff': actor.staffId,
          // What a role lets its holder see (the protected, the audit record) is no machine's, whoever answers for it.
          'app.role': actor.machine === undefined ? actor.role : 'machine',
          'app.orgs': `{${actor.organisationId}}`,
          // One works in one site at a time: what is on screen belongs to the site named in the header.
          'app.sites': `{${actor.siteId}}`,
        }
      : {
          'app.system': actor.name,
          'app.orgs': `{${actor.organisationIds.join(',')}}`,
          'app.sites': `{${actor.siteIds.join(',')}}`,
        }),
  };
  const calls = Object.entries(settings).map(([name, value]) => `set_config('${name}', ${escapeLiteral(value)}, true)`);
  return `SELECT ${calls.join(', ')}`;
}
