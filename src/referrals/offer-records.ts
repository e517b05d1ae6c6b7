import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { type IsoDate, refuseBlocked, refuseInvalid } from '#kernel';
import { notBefore } from '#domain/fields';
import { type OfferAnswer, offerAnswerProblems, offerAnswerReasons, offerProblems } from '#domain/placement';
import { recordingReasons } from '#domain/support-case';
import type { ReasonToKeep } from '../organisations/index.js';
import { CaseTransitions, type SupportCase } from '../support-cases/index.js';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { OfferEntity } from './offer.entity.js';
import { PlacementLookup } from './placement-lookup.js';
import type { Offer } from './referrals.repository.js';

/** Writes offers and their answers, and lets the case follow; the case is locked by the caller. */
@Injectable()
export class OfferRecords {
  constructor(
    private readonly transitions: CaseTransitions,
    private readonly placements: PlacementLookup,
  ) {}

  /** @throws InvalidInput; Blocked when the case is not in support */
  async open(
    tx: Transaction<StaffActor>,
    supportCase: SupportCase,
    {
      referralId = null,
      employerId,
      receivedOn,
      conditions = '',
    }: { referralId?: string | null; employerId: string; receivedOn: IsoDate; conditions?: string | undefined },
  ): Promise<string> {
    refuseBlocked(recordingReasons('offer', supportCase.status));
    refuseInvalid([
      ...offerProblems(receivedOn, tx.today),
      ...notBefore('receivedOn', receivedOn, supportCase.openedOn, 'before_case_opened'),
    ]);
    const { id: supportCaseId, jobseekerId } = supportCase;
    const id = uuid();
    await tx.insert(OfferEntity, {
      id,
      siteId: tx.actor.siteId,
      orgId: tx.actor.organisationId,
      jobseekerId,
      supportCaseId,
      referralId,
      employerId,
      receivedOn,
      conditions,
      status: 'open',
    });
    tx.record({
      kind: 'offer.received',
      subject: { type: 'offer', id },
      jobseekerId,
      supportCaseId,
      occurredOn: receivedOn,
      data: { employerId },
    });
    // A second offer, or one to somebody who has a job, leaves the case where it is.
    await this.transitions.follow(tx, { caseId: supportCaseId, on: receivedOn });
    return id;
  }

  /** @throws InvalidInput; Blocked `offer_already_answered`, `placement_stands`; StaleEdit */
  async answer(
    tx: Transaction<StaffActor>,
    offer: Offer,
    {
      answer,
      decidedOn,
      reason,
      version = offer.version,
    }: { answer: OfferAnswer; decidedOn: IsoDate; reason?: ReasonToKeep | undefined; version?: number },
  ): Promise<void> {
    const { id, supportCaseId, jobseekerId, employerId, referralId } = offer;
    const reasons = offerAnswerReasons(offer.status, answer);
    if (answer === 'declined' && (await this.placements.from(tx, { offerId: id, referralId })) !== null)
      reasons.push({ code: 'placement_stands' });
    refuseBlocked(reasons);
    refuseInvalid([...offerAnswerProblems(decidedOn, offer.receivedOn, tx.today), ...(reason?.problems ?? [])]);
    await tx.update(OfferEntity, id, version, {
      status: answer,
      decidedOn,
      reasonId: reason?.id ?? null,
      reasonNote: reason?.note ?? null,
    });
    tx.record({
      kind: `offer.${answer}`,
      subject: { type: 'offer', id },
      jobseekerId,
      supportCaseId,
      occurredOn: decidedOn,
      data: { employerId },
      changes: { status: { from: offer.status, to: answer } },
    });
    await this.transitions.follow(tx, { caseId: supportCaseId, on: decidedOn });
  }
}
