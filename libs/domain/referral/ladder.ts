import { defineTransitions, type IsoDate } from '#kernel';
import { codeGuard } from '#domain/fields';

/** 紹介の結果. `offered` waits for the start of work or for a refusal; the others end the attempt. */
export const REFERRAL_OUTCOMES = [
  'pending', // 結果待ち
  'refused_before_application', // 応募前に不可
  'not_attended', // 紹介状交付後に不参加
  'document_failed', // 書類選考で不採用
  'interview_failed', // 面接で不採用
  'offered', // 採用
  'declined', // 辞退
  'hired', // 就職
] as const;
export type ReferralOutcome = (typeof REFERRAL_OUTCOMES)[number];
const isReferralOutcome = codeGuard(REFERRAL_OUTCOMES);

/** An outcome that has come. */
export type DecidedOutcome = Exclude<ReferralOutcome, 'pending'>;

/** Where an attempt stands: at a stage of the ladder while pending, then at its outcome. */
export type LadderState = 'asked' | 'letter_issued' | 'interview_arranged' | 'interviewed' | DecidedOutcome;

/** What leads on: the letter, the interview, or an outcome. `hold_interview` is taken by the calendar: its day has come. */
export type LadderMove = 'issue_letter' | 'arrange_interview' | 'hold_interview' | 'cancel_interview' | DecidedOutcome;

/** The ladder of one attempt (職業紹介の段階). */
export const LADDER = defineTransitions<LadderState, LadderMove>({
  initial: 'asked',
  rows: [
    { from: ['asked'], action: 'issue_letter', to: 'letter_issued' },
    { from: ['letter_issued', 'interviewed'], action: 'arrange_interview', to: 'interview_arranged' },
    { from: ['interview_arranged'], action: 'hold_interview', to: 'interviewed' },
    { from: ['interview_arranged', 'interviewed'], action: 'cancel_interview', to: 'letter_issued' },
    { from: ['asked'], action: 'refused_before_application', to: 'refused_before_application' },
    // An employer may still turn somebody down by the documents while the interview lies ahead.
    { from: ['letter_issued', 'interview_arranged'], action: 'document_failed', to: 'document_failed' },
    { from: ['letter_issued', 'interviewed'], action: 'not_attended', to: 'not_attended' },
    { from: ['interviewed'], action: 'interview_failed', to: 'interview_failed' },
    { from: ['interviewed'], action: 'offered', to: 'offered' },
    { from: ['interviewed', 'offered'], action: 'hired', to: 'hired' },
    // An offer, even one accepted or reported as a hire, can still be turned down before work begins.
    {
      from: ['letter_issued', 'interview_arranged', 'interviewed', 'offered', 'hired'],
      action: 'declined',
      to: 'declined',
    },
  ],
});

/** One attempt at a job order, as far as the rules look at it. */
export interface Referral {
  /** The day the employer was asked. */
  readonly askedOn: IsoDate;
  /** 紹介状の交付日. */
  readonly letterIssuedOn: IsoDate | null;
  /** Day of the interview that stands (面接日); ahead until it was. */
  readonly interviewOn: IsoDate | null;
  readonly outcome: ReferralOutcome;
  readonly outcomeOn: IsoDate | null;
}

/** What the stage of an attempt is read off. */
export type AttemptStage = Pick<Referral, 'letterIssuedOn' | 'interviewOn' | 'outcome'>;

export function ladderState(referral: AttemptStage, today: IsoDate): LadderState {
  return referral.outcome === 'pending' ? pendingState(referral, today) : referral.outcome;
}

/** The outcomes that can follow from where an attempt stands. What only an interview can decide waits for its day. */
export function allowedOutcomes(referral: AttemptStage, today: IsoDate): DecidedOutcome[] {
  return LADDER.from(ladderState(referral, today))
    .map(({ action }) => action)
    .filter(isDecided);
}

/** Whether an outcome can have come about at the stage that the dates show, by way of an offer if need be. */
export function fitsStage(referral: AttemptStage, today: IsoDate): boolean {
  return referral.outcome === 'pending' || LADDER.find(pendingState(referral, today), referral.outcome) !== undefined;
}

/** Still without an outcome (結果待ち). */
export function isPending(referral: Pick<Referral, 'outcome'>): boolean {
  return referral.outcome === 'pending';
}

/** On the day of an interview its outcome can come; whether it is shown as done is another matter (`stagesOf`). */
function pendingState({ letterIssuedOn, interviewOn }: AttemptStage, today: IsoDate): LadderState {
  if (interviewOn !== null) return interviewOn > today ? 'interview_arranged' : 'interviewed';
  return letterIssuedOn === null ? 'asked' : 'letter_issued';
}

function isDecided(move: LadderMove): move is DecidedOutcome {
  return isReferralOutcome(move);
}
