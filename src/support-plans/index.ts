export { SupportPlansModule } from './support-plans.module.js';
export { SupportPlansService } from './support-plans.service.js';
