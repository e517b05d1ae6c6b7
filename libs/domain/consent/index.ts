/** 同意: what a person agreed to, whether it holds on a day, and the sharing that follows from it. */
export {
  type Consent,
  type ConsentKind,
  type ConsentMethod,
  type ConsentStatus,
  type GuardianAges,
  CONSENT_KINDS,
  CONSENT_METHODS,
  consentStatus,
  isConsentKind,
  needsGuardian,
  statusOfConsent,
} from './consent.js';
export {
  type RemainingChoice,
  type SharingBasis,
  type SharingGrant,
  grantOfRegistration,
  REMAINING_CHOICES,
  remainingAfter,
  remainingProblems,
  withdrawnWith,
} from './sharing.js';
export {
  type Confirmation,
  type Opening,
  type OtherSide,
  CONFIRMATIONS,
  answeredBy,
  confirmableUntil,
  confirmationProblems,
  confirmationReasons,
  grantsConfirmed,
  openingOf,
  waitsFor,
} from './reopening.js';
export { type LedgerGrant, lossOf } from './loss.js';
export { endedBy, narrowingProblems, narrowingReasons } from './narrowing.js';
export {
  type DecisionBasis,
  DECISION_BASES,
  decisionEndReasons,
  decisionProblems,
  grantsOfDecision,
} from './decision.js';
export { CONSENT_TEXT_MAX, consentProblems, withdrawalProblems, withdrawalReasons } from './validation.js';
