import type { Referral } from './ladder.js';

/** Number of the attempt among all of the person (何回目の応募か), 1 for the first. */
export interface NumberedReferral<R> {
  readonly referral: R;
  readonly attempt: number;
}

/** One person's attempts in the order of asking, numbered; attempts of one day in the order given. */
export function numberAttempts<R extends Pick<Referral, 'askedOn'>>(referrals: readonly R[]): NumberedReferral<R>[] {
  return inOrder(referrals).map((referral, index) => ({ referral, attempt: index + 1 }));
}

/** What is counted of attempts and placements. */
export interface ReferralCounts {
  /** Employers asked, those who refused at once included (件). */
  readonly attempts: number;
  /** 紹介件数: attempts with a letter. */
  readonly referrals: number;
  /** Persons with at least one letter (実人数). */
  readonly personsReferred: number;
  /** 就職件数: placements that stand. */
  readonly placements: number;
  /** Persons placed (実人数). */
  readonly personsPlaced: number;
}

type CountedReferral = Pick<Referral, 'letterIssuedOn'> & { readonly jobseekerId: string };
interface CountedPlacement {
  readonly jobseekerId: string;
  readonly reversed: boolean;
}

/** Ten attempts fail and the eleventh succeeds: 11 referrals, 1 placement, 1 person. */
export function countReferrals(
  referrals: readonly CountedReferral[],
  placements: readonly CountedPlacement[],
): ReferralCounts {
  const letters = referrals.filter(({ letterIssuedOn }) => letterIssuedOn !== null);
  const standing = placements.filter(({ reversed }) => !reversed);
  return {
    attempts: referrals.length,
    referrals: letters.length,
    personsReferred: personsIn(letters),
    placements: standing.length,
    personsPlaced: personsIn(standing),
  };
}

/** Letters in a row, up to the latest, that led to no interview (面接に至らない紹介の連続): a sign that a case is stalled. */
export function lettersWithoutInterview(
  referrals: readonly Pick<Referral, 'askedOn' | 'letterIssuedOn' | 'interviewOn'>[],
): number {
  const letters = inOrder(referrals).filter(({ letterIssuedOn }) => letterIssuedOn !== null);
  const lastInterview = letters.findLastIndex(({ interviewOn }) => interviewOn !== null);
  return letters.length - 1 - lastInterview;
}

function personsIn(rows: readonly { readonly jobseekerId: string }[]): number {
  return new Set(rows.map(({ jobseekerId }) => jobseekerId)).size;
}

/** Sorting is stable, so attempts of one day stay as given. */
function inOrder<R extends Pick<Referral, 'askedOn'>>(referrals: readonly R[]): R[] {
  return [...referrals].sort((one, other) => one.askedOn.localeCompare(other.askedOn));
}
