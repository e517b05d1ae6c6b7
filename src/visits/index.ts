export { VisitsModule } from './visits.module.js';
export { type VisitLine, VisitsService } from './visits.service.js';
