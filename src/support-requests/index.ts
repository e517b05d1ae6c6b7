export { SupportRequestsModule } from './support-requests.module.js';
export { SupportRequestsService } from './support-requests.service.js';
