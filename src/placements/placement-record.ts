import type { Changes } from '#activity';
import type { Transaction } from '../platform/unit-of-work/index.js';
import type { Placement } from './placements.repository.js';

/** What changed of a placement, for timeline and audit. */
export function recordPlacementChange(
  tx: Transaction,
  { id, jobseekerId, supportCaseId, route }: Placement,
  kind: 'placement.reversed' | 'placement.left' | 'placement.leaving_withdrawn',
  occurredOn: string,
  changes: Changes,
): void {
  tx.record({
    kind,
    subject: { type: 'placement', id },
    jobseekerId,
    supportCaseId,
    occurredOn,
    data: { route },
    changes,
  });
}
