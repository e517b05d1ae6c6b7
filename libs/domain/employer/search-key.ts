import { foldKana, foldName } from '#kernel';

/** Readings of the legal form (法人格), which nobody types when looking for a firm. */
const LEGAL_FORMS = [
  'カブシキ[ガカ]イシャ',
  'ユウゲン[ガカ]イシャ',
  'ゴウドウ[ガカ]イシャ',
  'ゴウシ[ガカ]イシャ',
  'ゴウメイ[ガカ]イシャ',
  'シャカイフクシホウジン',
  'イリョウホウジン',
  'ガッコウホウジン',
  'イッパンシャダンホウジン',
  'イッパンザイダンホウジン',
];
const LEGAL_FORM = new RegExp(`^(${LEGAL_FORMS.join('|')})(?=.)`);

/**
 * What an employer is found by: the reading without the legal form, a space, the name as written, both folded. The
 * beginning of the reading and any part of the name match, see {@link kanaQueryKey} and {@link nameQueryKey}.
 */
export function employerSearchKey(name: string, nameKana: string): string {
  return `${kanaQueryKey(nameKana)} ${nameQueryKey(name)}`;
}

/** To compare with the beginning of a search key. */
export function kanaQueryKey(text: string): string {
  return foldKana(text).replace(LEGAL_FORM, '');
}

/** To look for in the second half of a search key. */
export function nameQueryKey(text: string): string {
  return foldName(text);
}
