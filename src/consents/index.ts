export { ConsentsModule } from './consents.module.js';
export { ConsentsRepository } from './consents.repository.js';
export { ConsentsService } from './consents.service.js';
export { SharingLifecycle } from './sharing-lifecycle.js';
