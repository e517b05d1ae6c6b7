import { escapeLiteral } from 'pg';
import { type Actor, isImport } from '#access';
import type { Clock } from '#kernel';
import { connectionName, currentTrace } from '../tracing/index.js';

/** No statement of ours takes that long unless something is wrong. */
const STATEMENT_TIMEOUT = '15s';

/** As whom a transaction reads: like the actor, or counting for the whole site under the reporting role. */
export type Reading = 'as_actor' | 'for_site';

/**
 * The policies make a statement dear to plan and hide from the planner what it would gain by planning for other values. A figure is counted
 * once for its months and never by the same statement again, so it is planned for their days.
 */
const PLANS: Readonly<Record<Reading, string>> = { as_actor: 'force_generic_plan', for_site: 'force_custom_plan' };

/** A worker has the rights of neither until it takes them on. */
export const REPORT_ROLE_STATEMENT = `SET LOCAL ROLE team_support_report; SET LOCAL plan_cache_mode = ${PLANS.for_site}`;

/** A statement with its parameters. */
export interface Entry {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Lets the holder of a session in: the database looks the session up by its key and says itself who acts. Of the transaction and not of the
 * connection, which a pooler would refuse. The request or job is that by which an operator finds the transaction (pg_stat_activity, the
 * server's log) and a message what it came of.
 * @param key as a parameter, which no list of running statements shows
 */
export function sessionEntry(key: Buffer, clock: Clock, reading: Reading): Entry {
  const trace = currentTrace();
  return {
    text: `SELECT enter_session($1, $2), set_config('app.request', $3, true), set_config('statement_timeout', '${STATEMENT_TIMEOUT}', true),
      set_config('plan_cache_mode', $4, true), set_config('application_name', coalesce($5, current_setting('application_name')), true)`,
    values: [key, clock.now(), trace.request ?? '', PLANS[reading], connectionName(trace) ?? null],
  };
}

/** The import run or the job, which the audit names beside the person or instead of them. */
function systemOf(actor: Actor): string {
  if (isImport(actor)) return escapeLiteral(actor.importedBy);
  return actor.kind === 'staff' ? 'NULL' : escapeLiteral(actor.name);
}

/**
 * Lets a job, a command or an import in, which the worker's role alone may. Literals are escaped because it shares one simple-protocol round trip
 * with BEGIN and so takes no parameters; none of them is secret.
 */
export function workerEntry(actor: Actor, clock: Clock, reading: Reading): string {
  const trace = currentTrace();
  const name = connectionName(trace);
  const isStaff = actor.kind === 'staff';
  const ids = (all: readonly number[]): string => `'{${all.join(',')}}'`;
  const who = [
    isStaff ? escapeLiteral(actor.staffId) : 'NULL',
    isStaff ? escapeLiteral(actor.role) : 'NULL',
    ids(isStaff ? [actor.organisationId] : actor.organisationIds),
    ids(isStaff ? [actor.siteId] : actor.siteIds),
    systemOf(actor),
    escapeLiteral(clock.now().toISOString()),
  ];
  const settings: Record<string, string> = {
    statement_timeout: STATEMENT_TIMEOUT,
    plan_cache_mode: PLANS[reading],
    ...(trace.request === undefined ? {} : { 'app.request': trace.request }),
    ...(name === undefined ? {} : { application_name: name }),
  };
  const calls = Object.entries(settings).map(([name, value]) => `set_config('${name}', ${escapeLiteral(value)}, true)`);
  const role = reading === 'for_site' ? 'team_support_report' : 'team_support_app';
  return `SELECT enter_worker(${who.join(', ')}), ${calls.join(', ')}; SET LOCAL ROLE ${role}`;
}
