import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobseekersModule } from '../jobseekers/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ConsentNarrowingService } from './consent-narrowing.service.js';
import { ConsentEntity } from './consent.entity.js';
import { ConsentsApiController } from './consents.api.controller.js';
import { ConsentsRepository } from './consents.repository.js';
import { ConsentsService } from './consents.service.js';
import { ConsentsPanel } from './pages/consents-panel.js';
import { ConfirmationsPageController } from './pages/confirmations/confirmations.controller.js';
import { SharingLedgerPageController } from './pages/sharing-ledger/sharing-ledger.controller.js';
import { NarrowConsentPageController } from './pages/narrow-consent/narrow-consent.controller.js';
import { PrintConsentPageController } from './pages/consent-form/consent-form.controller.js';
import { SharingLedgerApiController } from './sharing-ledger.api.controller.js';
import { SharingDecisionEntity } from './decisions/sharing-decision.entity.js';
import { SharingDecisionsApiController } from './decisions/sharing-decisions.api.controller.js';
import { SharingDecisionsService } from './decisions/sharing-decisions.service.js';
import { SharingDecisionPageController } from './pages/sharing-decision/sharing-decision.controller.js';
import { SharingLedgerService } from './sharing-ledger.service.js';
import { SharingLifecycle } from './sharing-lifecycle.js';
import { RecordConsentPageController } from './pages/record-consent/record-consent.controller.js';
import { WithdrawConsentPageController } from './pages/withdraw-consent/withdraw-consent.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([ConsentEntity, SharingDecisionEntity]), JobseekersModule, OrganisationsModule],
  controllers: [
    ConsentsApiController,
    SharingLedgerApiController,
    SharingDecisionsApiController,
    ConfirmationsPageController,
    SharingDecisionPageController,
    NarrowConsentPageController,
    SharingLedgerPageController,
    PrintConsentPageController,
    RecordConsentPageController,
    WithdrawConsentPageController,
  ],
  providers: [
    ConsentsPanel,
    ConsentsRepository,
    ConsentsService,
    ConsentNarrowingService,
    SharingDecisionsService,
    SharingLedgerService,
    SharingLifecycle,
  ],
  exports: [ConsentsRepository, ConsentsService, SharingLifecycle],
})
export class ConsentsModule {}
