/** 採用・就職・定着: an offer and its answer, the placement that comes of it or not, and staying in the job. */
export {
  type OfferAnswer,
  type OfferStatus,
  OFFER_TRANSITIONS,
  offerAnswerProblems,
  offerAnswerReasons,
  offerProblems,
} from './offer.js';
export {
  type EmploymentType,
  type PlacementRoute,
  EMPLOYMENT_TYPES,
  PLACEMENT_ROUTES,
  isByReferral,
  placementProblems,
  placementReasons,
} from './placement.js';
export {
  anotherJobReasons,
  employmentStartProblems,
  hasLaterEmployment,
  leavingProblems,
  leavingReasons,
  leavingWithdrawalReasons,
  placementState,
} from './employment.js';
export { reversalProblems, reversalReasons } from './reversal.js';
export { contactProblems, nextContactDue } from './retention.js';
