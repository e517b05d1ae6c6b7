export { SupportRequestsModule } from './support-requests.module.js';
export { type RequestBox, type RequestLine, SupportRequestsService } from './support-requests.service.js';
