import { foldKana, foldName, isKana } from '#kernel';

/** What a person is found by. */
export interface SearchableNames {
  readonly number: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly familyKana: string;
  readonly givenKana: string;
  readonly formerName: string | null;
  /** 求職番号. */
  readonly helloWorkNumber: string | null;
}

/** Key of the whole reading, by which lists of persons are ordered. */
export const kanaKeyOf = ({ familyKana, givenKana }: Pick<SearchableNames, 'familyKana' | 'givenKana'>): string =>
  foldKana(familyKana + givenKana);

/**
 * Keys whose beginnings are searched: the reading from family or given name, the written names from any character (so that
 * a part of a name is the beginning of a key), and the numbers, ours also without its leading zeros, the Hello Work's also
 * without its hyphen.
 */
export function searchKeysOf(person: SearchableNames): string[] {
  const written = [`${person.familyName}${person.givenName}`, person.formerName ?? ''];
  const helloWorkNumber = foldName(person.helloWorkNumber ?? '');
  const keys = [
    kanaKeyOf(person),
    foldKana(person.givenKana),
    ...written.flatMap((name) => suffixesOf(foldName(name))),
    person.number,
    person.number.replace(/^0+/, ''),
    helloWorkNumber,
    helloWorkNumber.replaceAll('-', ''),
  ];
  return [...new Set(keys.filter((key) => key !== ''))];
}

/** The typed words as a key to compare with; empty when there is nothing to search for. */
export const searchKeyFrom = (typed: string): string => (isKana(typed) ? foldKana(typed) : foldName(typed));

/**
 * Keys that begin with `key` lie from it to this one (that not included), in the order of their bytes. A range is planned once;
 * "begins with" is planned anew for every search.
 */
export const prefixEnd = (key: string): string => `${key}\u{10FFFF}`;

function suffixesOf(text: string): string[] {
  const characters = Array.from(text);
  return characters.map((_, index) => characters.slice(index).join(''));
}
