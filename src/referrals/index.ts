export { NegotiationsService } from './negotiations.service.js';
export { type AttemptRecords, presentAttempt, recordsOf } from './pages/attempt/presenter.js';
export { type FindStandingPlacement, PlacementStanding } from './placement-standing.js';
export { ReferralsModule } from './referrals.module.js';
export { type Negotiation, type Offer, type Referral, ReferralsRepository } from './referrals.repository.js';
export { type CaseReferrals, ReferralsService, type StepTaken } from './referrals.service.js';
