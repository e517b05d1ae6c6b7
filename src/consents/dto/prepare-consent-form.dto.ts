import { PartialType } from '@nestjs/swagger';
import { RecordConsent } from './record-consent.dto.js';

/** 署名用の同意書: a consent not given yet, as far as it is decided; what is left open the form says in the usual words. */
export class PrepareConsentForm extends PartialType(RecordConsent) {}
