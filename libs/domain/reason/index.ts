/** 理由: why an attempt, an offer or a job came to nothing, from the list a site keeps. */
export {
  type ReasonOccasion,
  type ReasonOnList,
  type ReasonSaid,
  REASON_NOTE_MAX,
  REASON_OCCASIONS,
  isOfferedOn,
  isReasonOccasion,
  reasonProblems,
} from './reason.js';
