/** 相談: what a record of a consultation must hold, and how long it can be edited. */
export {
  type ConsultationChannel,
  type ConsultationKind,
  type ConsultationOutcome,
  CONSULTATION_CHANNELS,
  CONSULTATION_KINDS,
  CONSULTATION_OUTCOMES,
} from './codes.js';
export {
  CONSULTATION_MINUTES_MAX,
  CONSULTATION_TEXT_MAX,
  addendumProblems,
  consultationProblems,
} from './validation.js';
export { editReasons, editableUntil } from './edit-window.js';
