import type { IsoDate } from '#kernel';
import type { ActivityDefinition, AuditClass, DataShape } from './definition.js';
import { jobSearchKinds } from './kinds/job-search.js';
import { personKinds } from './kinds/person.js';
import { siteKinds } from './kinds/site.js';
import { supportKinds } from './kinds/support.js';

/**
 * Everything that can happen (出来事), once: what goes with it, its words and icon, the record it leads to, how the audit classes
 * it and who is told. A kind is noun.past_participle.
 */
export const ACTIVITIES = { ...siteKinds, ...personKinds, ...supportKinds, ...jobSearchKinds };

type Registry = typeof ACTIVITIES;
export type ActivityKind = keyof Registry;

/** The values that go with a kind: codes, dates and ids, never free text, which stays under its own row's protection. */
export type DataOf<Kind extends ActivityKind> = Registry[Kind]['data'] extends DataShape<infer Data> ? Data : never;

type Person<Kind extends ActivityKind> = Registry[Kind]['of'] extends 'person'
  ? { readonly jobseekerId: string }
  : Registry[Kind]['of'] extends 'site'
    ? { readonly jobseekerId?: never }
    : { readonly jobseekerId?: string };

type Data<Kind extends ActivityKind> = [keyof DataOf<Kind>] extends [never]
  ? { readonly data?: never }
  : { readonly data: DataOf<Kind> };

/** Fields changed, old and new, for the audit. */
export type Changes = Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;

/** Something that happened, as a use case hands it over. */
export type Activity<Kind extends ActivityKind = ActivityKind> = {
  readonly kind: Kind;
  readonly subject: { readonly type: Registry[Kind]['subject']; readonly id: string };
  readonly supportCaseId?: string | null;
  /** The day of the fact itself; the day it was typed is kept beside it. */
  readonly occurredOn?: IsoDate;
  readonly changes?: Changes;
} & Person<Kind> &
  Data<Kind>;

/** An activity of whatever kind, with what every kind may hold. */
export interface AnyActivity {
  readonly kind: ActivityKind;
  readonly subject: { readonly type: string; readonly id: string };
  readonly jobseekerId?: string;
  readonly supportCaseId?: string | null;
  readonly occurredOn?: IsoDate;
  readonly data?: object;
  readonly changes?: Changes;
}

export const ACTIVITY_KINDS = Object.keys(ACTIVITIES) as ActivityKind[];

/** What is known of a kind; undefined of one that was written before it was known here, or is no more. */
export function activityOf(kind: string): ActivityDefinition | undefined {
  return Object.hasOwn(ACTIVITIES, kind) ? (ACTIVITIES as Record<string, ActivityDefinition>)[kind] : undefined;
}

/** The kinds of a class of the audit. */
export function kindsOfClass(auditClass: AuditClass): ActivityKind[] {
  return ACTIVITY_KINDS.filter((kind) => ACTIVITIES[kind].audit === auditClass);
}
