import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EmployersModule } from '../employers/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { SupportCasesModule } from '../support-cases/index.js';
import { ConditionNegotiationEntity } from './condition-negotiation.entity.js';
import { EmployerReferrals } from './employer-referrals.js';
import { LettersService } from './letters.service.js';
import { NamedEmployer } from './named-employer.js';
import { NegotiationsService } from './negotiations.service.js';
import { OfferEntity } from './offer.entity.js';
import { OfferRecords } from './offer-records.js';
import { AskPageController } from './pages/ask-employer/ask-employer.controller.js';
import { AttemptPageController } from './pages/referral/referral.controller.js';
import { ChosenEmployer } from './pages/choose-employer/chosen-employer.js';
import { LetterPageController } from './pages/referral-letter/referral-letter.controller.js';
import { NegotiationPageController } from './pages/negotiation/negotiation.controller.js';
import { OfferPageController } from './pages/offer/offer.controller.js';
import { PlacementStanding } from './placement-standing.js';
import { ReferralEntity } from './referral.entity.js';
import { ReferralEvidence } from './referral-evidence.js';
import { ReferralsApiController } from './referrals.api.controller.js';
import { ReferralsRepository } from './referrals.repository.js';
import { ReferralsService } from './referrals.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ReferralEntity, ConditionNegotiationEntity, OfferEntity]),
    EmployersModule,
    OrganisationsModule,
    SupportCasesModule,
  ],
  controllers: [
    ReferralsApiController,
    AskPageController,
    AttemptPageController,
    LetterPageController,
    NegotiationPageController,
    OfferPageController,
  ],
  providers: [
    ReferralsService,
    NegotiationsService,
    LettersService,
    ReferralsRepository,
    OfferRecords,
    NamedEmployer,
    PlacementStanding,
    ReferralEvidence,
    EmployerReferrals,
    ChosenEmployer,
  ],
  exports: [ReferralsService, NegotiationsService, ReferralsRepository, PlacementStanding],
})
export class ReferralsModule {}
