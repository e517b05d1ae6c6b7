import { ageOf, type AgeBand } from '#domain/jobseeker';
import type { IsoDate } from '#kernel';
import { fill, ja } from '#messages';

const screenWords = ja.screens.jobseekers;

interface Named {
  readonly familyName: string;
  readonly givenName: string;
  readonly familyKana: string;
  readonly givenKana: string;
}

export const fullName = ({ familyName, givenName }: Pick<Named, 'familyName' | 'givenName'>): string =>
  `${familyName} ${givenName}`;
export const fullKana = ({ familyKana, givenKana }: Pick<Named, 'familyKana' | 'givenKana'>): string =>
  `${familyKana} ${givenKana}`;

/** 41歳, 40代, or nothing when neither is known. */
export function ageText(
  person: { readonly birthDate: IsoDate | null; readonly ageBand: AgeBand | null },
  today: IsoDate,
): string | undefined {
  const { years, band } = ageOf(person, today);
  if (years !== null) return fill(screenWords.years, { count: years });
  return band === null ? undefined : ja.jobseeker.ageBand[band];
}

/** 対象者区分 in words. */
export function groupName(code: string): string {
  const names: Readonly<Record<string, string>> = ja.codes.targetGroup;
  return names[code] ?? code;
}

/** A coded list as the choices of a field. */
export const choicesOf = (words: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
