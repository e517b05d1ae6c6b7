import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EmployersModule } from '../employers/index.js';
import { SupportCasesModule } from '../support-cases/index.js';
import { ConditionNegotiationEntity } from './condition-negotiation.entity.js';
import { EmployerReferrals } from './employer-referrals.js';
import { NamedEmployer } from './named-employer.js';
import { NegotiationsService } from './negotiations.service.js';
import { OfferEntity } from './offer.entity.js';
import { OfferRecords } from './offer-records.js';
import { PlacementStanding } from './placement-standing.js';
import { ReferralEntity } from './referral.entity.js';
import { ReferralEvidence } from './referral-evidence.js';
import { ReferralsApiController } from './referrals.api.controller.js';
import { ReferralsRepository } from './referrals.repository.js';
import { ReferralsService } from './referrals.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ReferralEntity, ConditionNegotiationEntity, OfferEntity]), EmployersModule, SupportCasesModule],
  controllers: [ReferralsApiController],
  providers: [ReferralsService, NegotiationsService, ReferralsRepository, OfferRecords, NamedEmployer, PlacementStanding, ReferralEvidence, EmployerReferrals],
  exports: [ReferralsService, NegotiationsService, ReferralsRepository, PlacementStanding],
})
export class ReferralsModule {}
