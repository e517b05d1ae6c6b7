/** Letters in a row, up to the latest, that led to no interview. */
export function lettersWithoutInterview(referrals) {
  const letters = referrals
    .toSorted((one, other) => (one.askedOn < other.askedOn ? -1 : 1))
    .filter(({ letterIssuedOn }) => letterIssuedOn !== null);
  return letters.length - 1 - letters.findLastIndex(({ interviewOn }) => interviewOn !== null);
}
