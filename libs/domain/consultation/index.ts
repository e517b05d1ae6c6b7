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
  type ConsultationContext,
  type ConsultationDraft,
  CONSULTATION_MINUTES_MAX,
  CONSULTATION_TEXT_MAX,
  addendumProblems,
  consultationProblems,
  nextActionProblems,
} from './validation.js';
export { type EditableRecord, editReasons, editableUntil } from './edit-window.js';
