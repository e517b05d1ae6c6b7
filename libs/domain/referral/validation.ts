import type { FieldError, IsoDate, Reason } from '#kernel';
import type { Side } from '#access';
import { notBefore, notInFuture, realDate, requiredDate } from '#domain/fields';
import { allowedOutcomes, fitsStage, type DecidedOutcome, type Referral } from './ladder.js';

/** A referral as filled in: the day of asking may still be missing. */
export type ReferralDraft = Omit<Referral, 'askedOn'> & { readonly askedOn: IsoDate | null };

/** The dates climb the ladder in order, and the outcome is one that the stage reached can have. */
export function referralProblems(draft: ReferralDraft, today: IsoDate): FieldError[] {
  return [
    ...requiredDate('askedOn', draft.askedOn),
    ...notInFuture('askedOn', draft.askedOn, today),
    ...realDate('letterIssuedOn', draft.letterIssuedOn),
    ...notInFuture('letterIssuedOn', draft.letterIssuedOn, today),
    ...notBefore('letterIssuedOn', draft.letterIssuedOn, draft.askedOn, 'letter_before_asking'),
    ...realDate('interviewOn', draft.interviewOn),
    ...notBefore('interviewOn', draft.interviewOn, draft.letterIssuedOn, 'interview_before_letter'),
    ...(draft.interviewOn && !draft.letterIssuedOn ? [{ field: 'letterIssuedOn', code: 'letter_missing' }] : []),
    ...(fitsStage(draft, today) ? [] : [{ field: 'outcome', code: 'outcome_does_not_follow' }]),
    ...(draft.outcome === 'pending'
      ? noOutcomeDate(draft.outcomeOn)
      : outcomeDateProblems(draft, draft.outcome, draft.outcomeOn, today)),
  ];
}

/** Recording an outcome on an existing attempt. */
export function outcomeProblems(
  current: Referral,
  outcome: DecidedOutcome,
  outcomeOn: IsoDate | null,
  today: IsoDate,
): FieldError[] {
  const follows = allowedOutcomes(current, today).includes(outcome);
  return [
    ...(follows ? [] : [{ field: 'outcome', code: 'outcome_does_not_follow' }]),
    ...outcomeDateProblems(current, outcome, outcomeOn, today),
    ...notBefore('outcomeOn', outcomeOn, current.outcomeOn, 'outcome_before_last'),
  ];
}

/** Referring is the national side's, and needs the person's 求職番号 (職業紹介の要件). */
export function letterReasons(side: Side, jobSeekerNumber: string | null): Reason[] {
  return [
    ...(side === 'national' ? [] : [{ code: 'only_national_side' }]),
    ...(jobSeekerNumber === null ? [{ code: 'not_registered_as_job_seeker' }] : []),
  ];
}

/** The employer decides after the last stage; an interview still ahead decides nothing, and the person can turn it down any day. */
function outcomeDateProblems(
  referral: ReferralDraft,
  outcome: DecidedOutcome,
  outcomeOn: IsoDate | null,
  today: IsoDate,
): FieldError[] {
  const letterOrAsking = referral.letterIssuedOn ?? referral.askedOn;
  const heldOn = referral.interviewOn !== null && referral.interviewOn <= today ? referral.interviewOn : null;
  const earliest = outcome === 'declined' ? letterOrAsking : (heldOn ?? letterOrAsking);
  return [
    ...requiredDate('outcomeOn', outcomeOn),
    ...notInFuture('outcomeOn', outcomeOn, today),
    ...notBefore('outcomeOn', outcomeOn, earliest, 'outcome_too_early'),
  ];
}

function noOutcomeDate(outcomeOn: IsoDate | null): FieldError[] {
  return outcomeOn === null ? [] : [{ field: 'outcome', code: 'choose_one' }];
}
