/**
 * Old and variant forms of characters common in names, each line one standard form and its variants. For search only:
 * some pairs (斎 and 斉, 龍 and 竜) are different characters that people nevertheless look for by either form.
 */
const VARIANTS: readonly (readonly [standard: string, variants: string])[] = [
  ['高', '髙'], ['崎', '﨑嵜碕'], ['辺', '邉邊'], ['斉', '齋齊斎斊'], ['沢', '澤'], ['広', '廣'], ['浜', '濵濱'],
];

/** Variant character → standard form. */
export const STANDARD_FORM: ReadonlyMap<string, string> = new Map(
  VARIANTS.flatMap(([standard, variants]) => Array.from(variants, (variant) => [variant, standard] as const)),
);
