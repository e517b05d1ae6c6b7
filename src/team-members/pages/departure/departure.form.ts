import { HELD_KINDS, type HeldKind, successorField } from '#domain/organisation';
import { withDates } from '../../../platform/pages/index.js';

/** Chosen in the list of successors for what is to wait in the queue 「担当者不在」. */
export const QUEUE = 'queue';

type Typed = Readonly<Record<string, unknown>>;

/** The form as the API would have sent it: one field for each thing held becomes one entry of `each`. */
export function departureBody(typed: Typed): Record<string, unknown> {
  const { toQueue, ...rest } = withDates(typed, ['leavesOn']);
  const each: { kind: HeldKind; id: string; staffId?: string }[] = [];
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(rest)) {
    const kind = HELD_KINDS.find((one) => name.startsWith(successorField({ kind: one, id: '' })));
    if (kind === undefined) body[name] = value;
    else if (typeof value === 'string' && value !== '') {
      const id = name.slice(successorField({ kind, id: '' }).length);
      each.push(value === QUEUE ? { kind, id } : { kind, id, staffId: value });
    }
  }
  return { ...body, toQueue: toQueue !== undefined, each };
}
