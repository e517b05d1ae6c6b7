import { STANDARD_FORM } from './variant-kanji.js';

const HIRAGANA = /[\u3041-\u3096\u309d\u309e]/g;
const HIRAGANA_TO_KATAKANA = 0x60;
const SEPARATORS = /[\s・･]/g;
/** Hyphens and dashes typed where the long-vowel mark belongs. */
const DASHES = /[-\u2010-\u2015\u2212]/g;
/** Selectors that choose a drawn form of the character before them (IVS and standardised variants). */
const VARIATION_SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const KANA_TEXT = /^[\u3041-\u3096\u309d\u309e\u30a1-\u30fa\u30fc-\u30fe・ ]+$/;
const KANA_LETTER = /[\u3041-\u3096\u30a1-\u30fa]/;

/**
 * Search key of a reading (フリガナ): one width, katakana, no spaces or ・, dashes as ー.
 * 'みほん　はなこ', 'ﾐﾎﾝ ﾊﾅｺ' and 'ミホン・ハナコ' have the same key. Idempotent.
 */
export function foldKana(text: string): string {
  const joined = text.normalize('NFKC').replace(SEPARATORS, '').replace(DASHES, 'ー');
  // Removing a space can bring a letter and its voicing mark together, so they are composed once more.
  return hiraganaToKatakana(joined).normalize('NFKC');
}

/**
 * Search key of a written name (氏名): one width and case, katakana, no spaces, and one form for each character that
 * is written in several (髙 → 高, 邉 → 辺). For comparing only; the name itself is kept as typed. Idempotent.
 */
export function foldName(text: string): string {
  const plain = text.replace(VARIATION_SELECTORS, '').normalize('NFKC').replace(SEPARATORS, '').toLowerCase();
  const folded = hiraganaToKatakana(plain).normalize('NFKC');
  return Array.from(folded, (character) => STANDARD_FORM.get(character) ?? character).join('');
}

/** Whether the text is a reading: hiragana or katakana of any width, with spaces, ー and ・, and at least one letter. */
export function isKana(text: string): boolean {
  const wide = text.normalize('NFKC').trim();
  return KANA_TEXT.test(wide) && KANA_LETTER.test(wide);
}

/** The text in full-width katakana as stored and shown: 'みほん　はなこ' becomes 'ミホン ハナコ'. Spaces become single. */
export function toKatakana(text: string): string {
  return hiraganaToKatakana(text.normalize('NFKC')).replace(/\s+/g, ' ').trim();
}

function hiraganaToKatakana(text: string): string {
  return text.replace(HIRAGANA, (letter) => String.fromCharCode(letter.charCodeAt(0) + HIRAGANA_TO_KATAKANA));
}
