import type { Reason } from '#kernel';
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

/** Who asks to take a closing back, of a period that stands so. */
export interface ClosingWithdrawal {
  readonly status: CaseFacts['status'];
  /** Whether it was the actor who closed it. */
  readonly isOwnClosing: boolean;
  readonly isSupervisor: boolean;
  /** Whether another period of the person began after this one. */
  readonly hasLaterPeriod: boolean;
}

/**
 * 終了の取消: a closing typed by mistake is taken back by whoever typed it, or by a supervisor, as long as no later period began.
 * Somebody who comes again begins a new period.
 */
export function closingWithdrawalReasons(asked: ClosingWithdrawal): Reason[] {
  if (asked.status !== 'closed') return [{ code: 'case_is_not_closed' }];
  return [
    ...(asked.isOwnClosing || asked.isSupervisor ? [] : [{ code: 'only_supervisor_or_who_closed' }]),
    ...(asked.hasLaterPeriod ? [{ code: 'later_period_began' }] : []),
  ];
}
