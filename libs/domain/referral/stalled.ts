import type { Referral } from './ladder.js';

/** Letters in a row, up to the latest, that led to no interview (面接に至らない紹介の連続): a sign that a case is stalled. */
export function lettersWithoutInterview(
  referrals: readonly Pick<Referral, 'askedOn' | 'letterIssuedOn' | 'interviewOn'>[],
): number {
  // Sorting is stable, so attempts of one day stay as given.
  const letters = [...referrals]
    .sort((one, other) => one.askedOn.localeCompare(other.askedOn))
    .filter(({ letterIssuedOn }) => letterIssuedOn !== null);
  const lastInterview = letters.findLastIndex(({ interviewOn }) => interviewOn !== null);
  return letters.length - 1 - lastInterview;
}
