export { ConsentsModule } from './consents.module.js';
export { ConsentsRepository, type RecordedConsent } from './consents.repository.js';
export { ConsentsService } from './consents.service.js';
export { RecordConsent } from './dto/record-consent.dto.js';
