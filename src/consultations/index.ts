export { ConsultationsModule } from './consultations.module.js';
export type { Addendum, ConsultationView, StaffName } from './consultations.repository.js';
export { type ConsultationPage, ConsultationsService, type ReadableConsultation } from './consultations.service.js';
export { AddAddendum, EditConsultation } from './dto/edit-consultation.dto.js';
export { FinishNextAction } from './dto/finish-next-action.dto.js';
export { LogConsultation, NewNextAction } from './dto/log-consultation.dto.js';
export type { NextActionLine } from './next-actions/next-action-line.js';
export { type DueAction, NextActionsService } from './next-actions/next-actions.service.js';
