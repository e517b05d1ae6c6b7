import type { CaseFacts } from './facts.js';
import { CLOSE_REASONS, type CloseReason } from './status.js';
import { statusUnderSuspension } from './suspension.js';

/**
 * The close reasons (終了理由) that can be true of this case: 情報提供のみ ends an intake that never became support, and
 * 就職・定着 needs a job that the person still has.
 */
export function closeReasonsFor(facts: Pick<CaseFacts, 'status' | 'suspendedFrom' | 'placement'>): CloseReason[] {
  const status = statusUnderSuspension(facts);
  const placed = facts.placement?.state === 'in_force';
  return CLOSE_REASONS.filter((reason) => {
    if (reason === 'information_only') return status === 'intake';
    if (reason === 'employed_settled') return placed;
    return true;
  });
}
