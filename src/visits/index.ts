export { VisitsModule } from './visits.module.js';
export { VisitsService } from './visits.service.js';
