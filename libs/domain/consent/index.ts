/** 同意: what a person agreed to, whether it holds on a day, and the sharing that follows from it. */
export {
  type Consent,
  type ConsentKind,
  type ConsentMethod,
  type ConsentStatus,
  CONSENT_KINDS,
  CONSENT_METHODS,
  consentStatus,
  isConsentKind,
  needsGuardian,
  statusOfConsent,
} from './consent.js';
export { type SharingGrant, grantOfRegistration, grantsOf, withdrawnWith } from './sharing.js';
export { CONSENT_TEXT_MAX, consentProblems, withdrawalProblems, withdrawalReasons } from './validation.js';
