import { isIsoDate } from '#kernel';
import type { AnyActivity, Changes } from './registry.js';

/** Fields of a person's records whose old and new value the audit keeps: days, states, codes, and which colleague or desk. */
const KEPT: ReadonlySet<string> = new Set([
  ...[
    'status',
    'state',
    'result',
    'outcome',
    'categories',
    'channel',
    'heldOn',
    'kind',
    'kinds',
    'participantIds',
    'supportCaseId',
  ],
  ...[
    'protectedUntil',
    'helloWorkRegisteredOn',
    'startsOn',
    'endsOn',
    'closedOn',
    'leftOn',
    'reversedOn',
    'letterIssuedOn',
    'interviewOn',
  ],
  ...['deskId', 'ownerStaffId', 'accompaniedBy', 'teamSupportSince', 'interviewHeldOn', 'conferenceHeldOn'],
]);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CODE = /^(?=.{1,40}$)[a-z][a-z0-9]*([_-][a-z0-9]+)*$/;

/** Whether it is a day, a number, a code or the id of something: a sentence is none of these, whatever field it stands in. */
function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value === 'string') return [UUID, CODE].some((form) => form.test(value)) || isIsoDate(value);
  return value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number';
}

/**
 * What the audit keeps of an edit. Of a person's records: which fields changed, with old and new where both are days, states, codes or colleagues;
 * a name, an address, a note are said to have changed and no more, for whoever reads the audit need not be who may read those.
 */
export function keptChanges({
  jobseekerId,
  changes = {},
}: AnyActivity): Readonly<Record<string, Changes[string] | null>> {
  if (jobseekerId === undefined) return changes;
  return Object.fromEntries(
    Object.entries(changes).map(([field, change]) => {
      const isKept = KEPT.has(field) && isPlain(change.from) && isPlain(change.to);
      return [field, isKept ? change : null];
    }),
  );
}
