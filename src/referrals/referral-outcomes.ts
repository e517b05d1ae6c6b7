import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { type IsoDate, refuseBlocked, refuseInvalid } from '#kernel';
import { type DecidedOutcome, outcomeProblems } from '#domain/referral';
import type { ReasonToKeep } from '../organisations/index.js';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { InterviewsService } from './interviews.service.js';
import { PlacementLookup } from './placement-lookup.js';
import { ReferralEntity } from './referral.entity.js';
import { attemptOf, ofReferral } from './referral-activity.js';
import type { Referral } from './referrals.repository.js';

export interface OutcomeToWrite {
  readonly outcome: DecidedOutcome;
  readonly outcomeOn: IsoDate;
  readonly reason: ReasonToKeep | undefined;
  readonly version: number;
}

/** Writes an outcome that follows from where an attempt stands; the case is locked by the caller. */
@Injectable()
export class ReferralOutcomes {
  constructor(
    private readonly interviews: InterviewsService,
    private readonly placements: PlacementLookup,
  ) {}

  /** @throws InvalidInput; Blocked `placement_stands`; StaleEdit */
  async write(
    tx: Transaction<StaffActor>,
    referral: Referral,
    { outcome, outcomeOn, reason, version }: OutcomeToWrite,
  ): Promise<void> {
    refuseInvalid([...outcomeProblems(referral, outcome, outcomeOn, tx.today), ...(reason?.problems ?? [])]);
    const placed =
      referral.outcome === 'hired' ? await this.placements.from(tx, { offerId: null, referralId: referral.id }) : null;
    refuseBlocked(placed === null ? [] : [{ code: 'placement_stands' }]);
    const interviewOn = await this.interviews.endAtOutcome(tx, referral, outcomeOn);
    await tx.update(ReferralEntity, referral.id, version, {
      interviewOn,
      outcome,
      outcomeOn,
      reasonId: reason?.id ?? null,
      reasonNote: reason?.note ?? null,
    });
    tx.record({
      kind: 'referral.outcome_recorded',
      ...ofReferral(referral),
      occurredOn: outcomeOn,
      data: { ...attemptOf(referral), outcome },
      changes: { outcome: { from: referral.outcome, to: outcome } },
    });
  }
}
