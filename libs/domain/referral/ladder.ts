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
export const isReferralOutcome = codeGuard(REFERRAL_OUTCOMES);

/** An outcome that has come. */
export type DecidedOutcome = Exclude<ReferralOutcome, 'pending'>;

/** Where an attempt stands: on a rung of the ladder while pending, then at its outcome. */
export type LadderState = 'asked' | 'letter_issued' | 'interview' | DecidedOutcome;

/** What leads on: the letter, the interview, or an outcome. */
export type LadderMove = 'issue_letter' | 'arrange_interview' | DecidedOutcome;

/** The ladder of one attempt (職業紹介の段階). */
export const LADDER = defineTransitions<LadderState, LadderMove>({
  initial: 'asked',
  rows: [
    { from: ['asked'], action: 'issue_letter', to: 'letter_issued' },
    { from: ['letter_issued'], action: 'arrange_interview', to: 'interview' },
    { from: ['asked'], action: 'refused_before_application', to: 'refused_before_application' },
    { from: ['letter_issued'], action: 'document_failed', to: 'document_failed' },
    { from: ['letter_issued', 'interview'], action: 'not_attended', to: 'not_attended' },
    { from: ['interview'], action: 'interview_failed', to: 'interview_failed' },
    { from: ['interview'], action: 'offered', to: 'offered' },
    { from: ['interview', 'offered'], action: 'hired', to: 'hired' },
    // An offer, even one accepted or reported as a hire, can still be turned down before work begins.
    { from: ['letter_issued', 'interview', 'offered', 'hired'], action: 'declined', to: 'declined' },
  ],
});

/** One attempt at a job order, as far as the rules look at it. */
export interface Referral {
  /** The day the employer was asked. */
  readonly askedOn: IsoDate;
  /** 紹介状の交付日. */
  readonly letterIssuedOn: IsoDate | null;
  /** 面接日; may lie ahead. */
  readonly interviewOn: IsoDate | null;
  readonly outcome: ReferralOutcome;
  readonly outcomeOn: IsoDate | null;
}

export function ladderState(referral: Pick<Referral, 'letterIssuedOn' | 'interviewOn' | 'outcome'>): LadderState {
  return referral.outcome === 'pending' ? rungOf(referral) : referral.outcome;
}

/** The outcomes that can follow from where an attempt stands. */
export function allowedOutcomes(
  referral: Pick<Referral, 'letterIssuedOn' | 'interviewOn' | 'outcome'>,
): DecidedOutcome[] {
  return LADDER.from(ladderState(referral))
    .map(({ action }) => action)
    .filter(isDecided);
}

/** Whether an outcome can have come about on the rung that the dates show, by way of an offer if need be. */
export function fitsRung(referral: Pick<Referral, 'letterIssuedOn' | 'interviewOn' | 'outcome'>): boolean {
  return referral.outcome === 'pending' || LADDER.find(rungOf(referral), referral.outcome) !== undefined;
}

/** Still without an outcome (結果待ち). */
export function isPending(referral: Pick<Referral, 'outcome'>): boolean {
  return referral.outcome === 'pending';
}

function rungOf({ letterIssuedOn, interviewOn }: Pick<Referral, 'letterIssuedOn' | 'interviewOn'>): LadderState {
  if (interviewOn !== null) return 'interview';
  return letterIssuedOn === null ? 'asked' : 'letter_issued';
}

function isDecided(move: LadderMove): move is DecidedOutcome {
  return isReferralOutcome(move);
}
