/** Values that a sentence is filled with. */
export type SentenceParams = Readonly<Record<string, string | number>>;

const SLOT = /\{(\w+)\}/g;

/**
 * Puts params into the slots of a sentence: fill('{max}文字以内', { max: 50 }) is '50文字以内'.
 * Params without a slot are left out.
 * @throws Error when a slot has no param.
 */
export function fill(sentence: string, params: SentenceParams = {}): string {
  return sentence.replace(SLOT, (_slot, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`no param ${name} for: ${sentence}`);
    return String(value);
  });
}
