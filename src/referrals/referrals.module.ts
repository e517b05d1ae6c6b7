import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EmployersModule } from '../employers/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { TeamMembersModule } from '../team-members/index.js';
import { SupportCasesModule } from '../support-cases/index.js';
import { ConditionNegotiationEntity } from './condition-negotiation.entity.js';
import { CaseReferralsApiController } from './api/case-referrals.api.controller.js';
import { InterviewApiController } from './api/interview.api.controller.js';
import { LetterApiController } from './api/letter.api.controller.js';
import { NegotiationsApiController } from './api/negotiations.api.controller.js';
import { OffersApiController } from './api/offers.api.controller.js';
import { OutcomeApiController } from './api/outcome.api.controller.js';
import { EmployerCheck } from './employer-check.js';
import { EmployerReferrals } from './employer-referrals.js';
import { HeldInterviews } from './held-interviews.js';
import { LettersService } from './letters.service.js';
import { InterviewEntity } from './interview.entity.js';
import { InterviewsDue } from './interviews-due.js';
import { InterviewsService } from './interviews.service.js';
import { NegotiationsService } from './negotiations.service.js';
import { OfferEntity } from './offer.entity.js';
import { OfferRecords } from './offer-records.js';
import { OffersService } from './offers.service.js';
import { AskPageController } from './pages/ask-employer/ask-employer.controller.js';
import { InterviewPageController } from './pages/interview/interview.controller.js';
import { ReferralPage } from './pages/referral/referral-page.js';
import { ReferralPageController } from './pages/referral/referral.controller.js';
import { EmployerChoice } from './pages/choose-employer/employer-choice.js';
import { LetterPageController } from './pages/referral-letter/referral-letter.controller.js';
import { NegotiationPageController } from './pages/negotiation/negotiation.controller.js';
import { OfferPageController } from './pages/offer/offer.controller.js';
import { PlacementLookup } from './placement-lookup.js';
import { ReferralEntity } from './referral.entity.js';
import { ReferralEvidence } from './referral-evidence.js';
import { ReferralOutcomes } from './referral-outcomes.js';
import { ReferralsRepository } from './referrals.repository.js';
import { ReferralsService } from './referrals.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ReferralEntity, InterviewEntity, ConditionNegotiationEntity, OfferEntity]),
    EmployersModule,
    OrganisationsModule,
    SupportCasesModule,
    TeamMembersModule,
  ],
  controllers: [
    CaseReferralsApiController,
    LetterApiController,
    InterviewApiController,
    OutcomeApiController,
    OffersApiController,
    NegotiationsApiController,
    AskPageController,
    ReferralPageController,
    LetterPageController,
    InterviewPageController,
    NegotiationPageController,
    OfferPageController,
  ],
  providers: [
    ReferralsService,
    InterviewsService,
    InterviewsDue,
    HeldInterviews,
    OffersService,
    NegotiationsService,
    LettersService,
    ReferralsRepository,
    ReferralOutcomes,
    OfferRecords,
    EmployerCheck,
    PlacementLookup,
    ReferralEvidence,
    EmployerReferrals,
    EmployerChoice,
    ReferralPage,
  ],
  exports: [
    ReferralsService,
    InterviewsService,
    OffersService,
    NegotiationsService,
    ReferralsRepository,
    PlacementLookup,
  ],
})
export class ReferralsModule {}
