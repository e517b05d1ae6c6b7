import type { IsoDate } from '#kernel';
import { interviewTiming } from './interview.js';
import type { Referral } from './ladder.js';

/** 打診 → 紹介状 → 面接 → 採用 → 承諾 → 就職: the way of one attempt, whoever looks at it. */
const STAGES = ['asked', 'letter', 'interview', 'offer', 'accepted', 'placed'] as const;
type Stage = (typeof STAGES)[number];

/** What the stages are read off: the attempt, the offer that came of it, the placement that stands on it. */
export interface AttemptWithResults extends Referral {
  /** 採用通知日. */
  readonly offeredOn: IsoDate | null;
  /** Day on which the offer was accepted. */
  readonly acceptedOn: IsoDate | null;
  /** 就職日. */
  readonly startsOn: IsoDate | null;
}

export interface StageProgress {
  readonly stage: Stage;
  /** Null where the stage was not reached, or was passed without its day being known. */
  readonly on: IsoDate | null;
  readonly state: 'reached' | 'failed' | 'current' | 'open';
}

/** How an attempt is doing: a hire succeeded, a refusal of either side failed, anything else is open. */
export function attemptTone({ outcome }: Pick<Referral, 'outcome'>): 'success' | 'failure' | 'pending' {
  if (outcome === 'hired') return 'success';
  return outcome === 'pending' || outcome === 'offered' ? 'pending' : 'failure';
}

/**
 * Stages with a day are reached; an attempt that goes on has its next stage under way, one that failed ends at its last. An
 * interview that is ahead, or today, is under way: nothing beyond it is.
 */
export function stagesOf(attempt: AttemptWithResults, today: IsoDate): StageProgress[] {
  const { askedOn, letterIssuedOn, interviewOn, offeredOn, acceptedOn, startsOn, outcome, outcomeOn } = attempt;
  // A hire reported without an offer of its own was offered and accepted on the day of the outcome.
  const hiredOn = outcome === 'hired' ? outcomeOn : null;
  const days: Record<Stage, IsoDate | null> = {
    asked: askedOn,
    letter: letterIssuedOn,
    interview: interviewOn,
    offer: offeredOn ?? hiredOn,
    accepted: acceptedOn ?? hiredOn,
    placed: startsOn,
  };
  const last = STAGES.findLastIndex(
    (stage) => days[stage] !== null && !(stage === 'interview' && interviewIsAhead(attempt, today)),
  );
  const failed = attemptTone(attempt) === 'failure';
  return STAGES.map((stage, index) => ({ stage, on: days[stage], state: stateOf(index, last, failed) }));
}

/** 面接予定: the interview has not been yet, and nothing was decided without it. */
export function interviewIsAhead(
  { interviewOn, outcome }: Pick<Referral, 'interviewOn' | 'outcome'>,
  today: IsoDate,
): boolean {
  return outcome === 'pending' && interviewOn !== null && interviewTiming(interviewOn, today) !== 'past';
}

function stateOf(index: number, last: number, failed: boolean): StageProgress['state'] {
  if (index < last) return 'reached';
  if (index === last) return failed ? 'failed' : 'reached';
  return index === last + 1 && !failed ? 'current' : 'open';
}
