export { ConsultationsModule } from './consultations.module.js';
export { ConsultationsService } from './consultations.service.js';
export { NextActionsService } from './next-actions/next-actions.service.js';
