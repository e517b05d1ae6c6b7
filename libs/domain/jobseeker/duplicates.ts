import { foldKana, foldName, type IsoDate } from '#kernel';

/** What two records of persons are compared by. */
export interface ComparedPerson {
  readonly familyName: string;
  readonly familyKana: string;
  readonly givenKana: string;
  /** 旧姓. */
  readonly formerName: string | null;
  readonly birthDate: IsoDate | null;
  readonly phone: string | null;
}

/** Signs for or against two records being one person (同一人物). */
export type DuplicateSign =
  'same_kana' | 'same_given_kana' | 'former_name' | 'same_birth_date' | 'same_phone' | 'different_birth_date';

export type DuplicateStrength = 'strong' | 'possible' | 'none';

export interface DuplicateLikelihood {
  readonly strength: DuplicateStrength;
  readonly signs: readonly DuplicateSign[];
}

/**
 * No single sign proves it: relatives share a phone, strangers a birthday or a name. Whole name and birth date together
 * do; a differing birth date speaks against it without excluding a slip of the pen.
 */
const WEIGHT: Record<DuplicateSign, number> = {
  same_kana: 3,
  same_given_kana: 1,
  former_name: 2,
  same_birth_date: 2,
  same_phone: 2,
  different_birth_date: -2,
};
const STRONG_FROM = 5;
const POSSIBLE_FROM = 3;

/** How likely two records are the same person, and why. Symmetric. */
export function duplicateLikelihood(one: ComparedPerson, other: ComparedPerson): DuplicateLikelihood {
  const signs = signsOf(one, other);
  const weight = signs.reduce((sum, sign) => sum + WEIGHT[sign], 0);
  return { strength: strengthOf(weight), signs };
}

function signsOf(one: ComparedPerson, other: ComparedPerson): DuplicateSign[] {
  const sameGiven = sameKey(foldKana(one.givenKana), foldKana(other.givenKana));
  const sameFamily = sameKey(foldKana(one.familyKana), foldKana(other.familyKana));
  const signs: DuplicateSign[] = [];
  if (sameGiven) signs.push(sameFamily ? 'same_kana' : 'same_given_kana');
  if (sameGiven && !sameFamily && matchesFormerName(one, other)) signs.push('former_name');
  if (one.birthDate !== null && other.birthDate !== null) {
    signs.push(one.birthDate === other.birthDate ? 'same_birth_date' : 'different_birth_date');
  }
  if (sameKey(phoneKey(one.phone), phoneKey(other.phone))) signs.push('same_phone');
  return signs;
}

/** The former name of the one is the name, or the former name, of the other. */
function matchesFormerName(one: ComparedPerson, other: ComparedPerson): boolean {
  const [oneFormer, otherFormer] = [foldName(one.formerName ?? ''), foldName(other.formerName ?? '')];
  return (
    sameKey(oneFormer, foldName(other.familyName)) ||
    sameKey(otherFormer, foldName(one.familyName)) ||
    sameKey(oneFormer, otherFormer)
  );
}

function phoneKey(phone: string | null): string {
  return (phone ?? '').normalize('NFKC').replace(/\D/g, '');
}

function sameKey(one: string, other: string): boolean {
  return one !== '' && one === other;
}

function strengthOf(weight: number): DuplicateStrength {
  if (weight >= STRONG_FROM) return 'strong';
  return weight >= POSSIBLE_FROM ? 'possible' : 'none';
}
