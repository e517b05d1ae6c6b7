import { fill, type SentenceParams } from './fill.js';

/** Code → sentence, with slots in braces. */
type Sentences = Readonly<Record<string, string>>;

/** What a noun's file exports: any words of its own, and the sentences of its codes. */
export interface Noun {
  readonly [word: string]: unknown;
  /** Sentences of the codes of wrong input and refused requests. */
  readonly errors?: Sentences;
  /** Sentences that say why an action is blocked now. */
  readonly reasons?: Sentences;
}

/**
 * The sentences of all nouns' `errors` (or `reasons`) by code.
 * @throws Error when two nouns define the same code.
 */
export function sentencesByCode(
  kind: 'errors' | 'reasons',
  nouns: Readonly<Record<string, Noun>>,
): ReadonlyMap<string, string> {
  const sentences = new Map<string, string>();
  for (const [noun, words] of Object.entries(nouns)) {
    for (const [code, sentence] of Object.entries(words[kind] ?? {})) {
      if (sentences.has(code)) throw new Error(`${kind} of ${noun}: another noun already defines ${code}`);
      sentences.set(code, sentence);
    }
  }
  return sentences;
}

/**
 * Makes the function that finds a code's sentence among the `errors` (or `reasons`) of all nouns.
 * @throws Error at once when two nouns define the same code.
 */
export function makeLookup(
  kind: 'errors' | 'reasons',
  nouns: Readonly<Record<string, Noun>>,
): (code: string, params?: SentenceParams) => string {
  const sentences = sentencesByCode(kind, nouns);
  return (code, params) => {
    const sentence = sentences.get(code);
    if (sentence === undefined) throw new Error(`no sentence among the ${kind} for the code ${code}`);
    return fill(sentence, params);
  };
}
