export { ConsentsModule } from './consents.module.js';
export { ConsentsRepository } from './consents.repository.js';
export { ConsentsService } from './consents.service.js';
