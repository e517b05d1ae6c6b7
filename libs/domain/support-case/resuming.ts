import type { CaseFacts } from './facts.js';
import { type OpenCaseStatus, STEPS_TO_SUPPORT } from './status.js';

/**
 * Where a suspended period goes on (再開後の状態). One suspended while it was still being prepared goes back there, so that
 * resuming cannot leap over consent and plan; any other goes on where its records stand: in a job, with an offer, or 支援中.
 */
export function resumesAt({
  suspendedFrom,
  placement,
  offer,
}: Pick<CaseFacts, 'suspendedFrom' | 'placement' | 'offer'>): OpenCaseStatus {
  const preparing = STEPS_TO_SUPPORT.find((step) => step === suspendedFrom);
  if (preparing !== undefined && preparing !== 'active') return preparing;
  if (placement?.state === 'in_force') return suspendedFrom === 'follow_up' ? 'follow_up' : 'placed';
  return offer === 'open' || offer === 'accepted' ? 'offered' : 'active';
}
