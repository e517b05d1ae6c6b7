import { type IsoDate, shortWareki } from '#kernel';
import { allowedOutcomes, attemptTone, type DecidedOutcome, interviewIsAhead, stagesOf } from '#domain/referral';
import { type ReasonOccasion, isReasonOccasion } from '#domain/reason';
import { type CaseStatus, recordingReasons } from '#domain/support-case';
import { fill, ja } from '#messages';
import type { LadderAttempt } from '#ui';
import type { Negotiation, Offer, Referral } from '../../referrals.repository.js';
import { reasonInWords } from '../reason/reason-words.js';

export interface AttemptRecords {
  readonly referral: Referral;
  /** The offer that came of it. */
  readonly offer?: Offer | undefined;
  /** The negotiation with the same employer that is told. */
  readonly negotiation?: Negotiation | undefined;
  /** First day of work of the placement that came of it and stands. */
  readonly startsOn?: IsoDate | undefined;
}

/** What belongs to one attempt among the records of its case. Of several negotiations the one that succeeded is told, else the latest. */
export function recordsOf(
  referral: Referral,
  { offers, negotiations }: { offers: readonly Offer[]; negotiations: readonly Negotiation[] },
): AttemptRecords {
  const withEmployer = negotiations.filter(({ employerId }) => employerId === referral.employerId);
  return {
    referral,
    offer: offers.findLast(({ referralId }) => referralId === referral.id),
    negotiation: withEmployer.findLast(({ result }) => result === 'accepted') ?? withEmployer.at(-1),
  };
}

/** The outcomes that can be recorded of an attempt today: an offer only where the case takes one. */
export function possibleOutcomes(referral: Referral, caseStatus: CaseStatus, today: IsoDate): DecidedOutcome[] {
  const takesOffers = recordingReasons('offer', caseStatus).length === 0;
  return allowedOutcomes(referral, today).filter((outcome) => outcome !== 'offered' || takesOffers);
}

/** What may have to be explained next of an attempt: the outcomes it can still come to that have reasons. */
export function occasionsAhead(referral: Referral, today: IsoDate): ReasonOccasion[] {
  return allowedOutcomes(referral, today).filter((outcome): outcome is DecidedOutcome & ReasonOccasion =>
    isReasonOccasion(outcome),
  );
}

/** One attempt as a row of the ladder: 打診 → 紹介状 → 面接 → 採用 → 承諾 → 就職. */
export function presentAttempt(records: AttemptRecords, today: IsoDate): LadderAttempt {
  const { referral, offer, negotiation, startsOn = null } = records;
  const { id, attemptNo, employerName, jobOrderTitle, orderNumber, outcome, reason } = referral;
  return {
    number: attemptNo,
    title: employerName,
    detail: [jobOrderTitle, orderNumber].filter(Boolean).join('　') || undefined,
    href: `/referrals/${id}`,
    steps: stagesOf(
      {
        ...referral,
        offeredOn: offer?.receivedOn ?? null,
        acceptedOn: offer?.status === 'accepted' ? offer.decidedOn : null,
        startsOn,
      },
      today,
    ).map(({ stage, on, state }) => ({
      label: ja.referral.stages[stage],
      date: on === null ? undefined : shortWareki(on),
      state,
    })),
    outcome: {
      label: interviewIsAhead(referral, today) ? ja.referral.interviewAhead : ja.codes.referralOutcome[outcome],
      tone: attemptTone(referral),
    },
    reason: reasonInWords(reason),
    negotiated: negotiation?.by
      ? {
          text: fill(ja.screens.referrals.negotiated, {
            condition: ja.referral.condition[negotiation.condition],
            from: negotiation.termsFrom,
            to: negotiation.termsTo,
            result: ja.referral.negotiationResult[negotiation.result],
          }),
          side: negotiation.by.side,
        }
      : undefined,
  };
}
