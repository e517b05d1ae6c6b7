import type { IsoDate } from '#kernel';
import type { Referral } from './ladder.js';

/** 打診 → 紹介状 → 面接 → 採用 → 承諾 → 就職: the way of one attempt, whoever looks at it. */
export const RUNGS = ['asked', 'letter', 'interview', 'offer', 'accepted', 'placed'] as const;
export type Rung = (typeof RUNGS)[number];

/** What the rungs are read off: the attempt, the offer that came of it, the placement that stands on it. */
export interface AttemptWithResults extends Referral {
  /** 採用通知日. */
  readonly offeredOn: IsoDate | null;
  /** Day on which the offer was accepted. */
  readonly acceptedOn: IsoDate | null;
  /** 就職日. */
  readonly startsOn: IsoDate | null;
}

export interface RungStanding {
  readonly rung: Rung;
  /** Null where the rung was not reached, or was passed without its day being known. */
  readonly on: IsoDate | null;
  readonly state: 'reached' | 'failed' | 'current' | 'open';
}

/** How an attempt is doing: a hire succeeded, a refusal of either side failed, anything else is open. */
export function attemptTone({ outcome }: Pick<Referral, 'outcome'>): 'success' | 'failure' | 'pending' {
  if (outcome === 'hired') return 'success';
  return outcome === 'pending' || outcome === 'offered' ? 'pending' : 'failure';
}

/** Rungs with a day are reached; an attempt that goes on has its next rung under way, one that failed ends at its last. */
export function rungsOf(attempt: AttemptWithResults): RungStanding[] {
  const { askedOn, letterIssuedOn, interviewOn, offeredOn, acceptedOn, startsOn, outcome, outcomeOn } = attempt;
  // A hire reported without an offer of its own was offered and accepted on the day of the outcome.
  const hiredOn = outcome === 'hired' ? outcomeOn : null;
  const days: Record<Rung, IsoDate | null> = {
    asked: askedOn,
    letter: letterIssuedOn,
    interview: interviewOn,
    offer: offeredOn ?? hiredOn,
    accepted: acceptedOn ?? hiredOn,
    placed: startsOn,
  };
  const last = RUNGS.findLastIndex((rung) => days[rung] !== null);
  const failed = attemptTone(attempt) === 'failure';
  return RUNGS.map((rung, index) => ({ rung, on: days[rung], state: stateOf(index, last, failed) }));
}

function stateOf(index: number, last: number, failed: boolean): RungStanding['state'] {
  if (index < last) return 'reached';
  if (index === last) return failed ? 'failed' : 'reached';
  return index === last + 1 && !failed ? 'current' : 'open';
}
