/** 採用・就職・定着: an offer and its answer, the placement that comes of it or not, and staying in the job. */
export {
  type OfferAnswer,
  type OfferStatus,
  OFFER_STATUSES,
  OFFER_TRANSITIONS,
  isOfferStatus,
  offerAnswerProblems,
  offerAnswerReasons,
  offerProblems,
} from './offer.js';
export {
  type EmploymentType,
  type PlacementDraft,
  type PlacementRoute,
  EMPLOYMENT_TYPES,
  PLACEMENT_ROUTES,
  isByReferral,
  isEmploymentType,
  isPlacementRoute,
  placementProblems,
  placementReasons,
} from './placement.js';
export {
  type Employment,
  anotherJobReasons,
  employmentStartProblems,
  employmentsOverlap,
  hasLaterEmployment,
  leavingProblems,
  leavingReasons,
  leavingWithdrawalReasons,
  placementState,
} from './employment.js';
export { reversalProblems, reversalReasons } from './reversal.js';
export {
  type RetentionContactDraft,
  RETENTION_MONTHS,
  RETENTION_TEXT_MAX,
  contactProblems,
  nextContactDue,
  retentionSchedule,
} from './retention.js';
