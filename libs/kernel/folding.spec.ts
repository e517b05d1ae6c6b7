import fc from 'fast-check';
import { foldKana, foldName, isKana, toKatakana } from './folding.js';
import { STANDARD_FORM } from './variant-kanji.js';

/** Text of the kind people type into a name field, and anything else. */
const typedText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'みほんミホンﾐﾎﾝはﾊﾞﾟ゛゜゙゚がｶｰーゝヾ・･ 　-ー–髙高﨑邉齋󠄀️𠮷AaＡｱ') }),
);

describe('foldKana', () => {
  it('gives one key to one reading however it is typed', () => {
    const readings = ['ミホン ハナコ', 'みほん　はなこ', 'ﾐﾎﾝ ﾊﾅｺ', 'ミホン・ハナコ', 'ﾐﾎﾝ･ﾊﾅｺ', 'みほんハナコ'];
    expect(new Set(readings.map(foldKana))).toEqual(new Set(['ミホンハナコ']));
  });

  it('joins voicing marks to their letters', () => {
    expect(['ｶﾞﾊﾟ', 'がぱ', 'カ゛ハ゜', 'か\u3099は\u309a'].map(foldKana)).toEqual(['ガパ', 'ガパ', 'ガパ', 'ガパ']);
    expect(foldKana('ゔ')).toBe('ヴ');
  });

  it('takes a hyphen for the long-vowel mark', () => {
    expect(['マリ-ア', 'マリ－ア', 'ﾏﾘｰｱ', 'マリーア', 'マリ−ア'].map(foldKana)).toEqual(Array(5).fill('マリーア'));
  });

  it('folds a folded key to itself', () => {
    fc.assert(
      fc.property(typedText, (text) => foldKana(foldKana(text)) === foldKana(text)),
      { numRuns: 5000 },
    );
  });
});

describe('foldName', () => {
  it.each([
    ['髙橋', '高橋'],
    ['山﨑', '山崎'],
    ['渡邉', '渡辺'],
    ['渡邊', '渡辺'],
    ['齋藤', '斉藤'],
    ['齊藤', '斉藤'],
    ['斎藤', '斉藤'],
    ['黒澤', '黒沢'],
    ['廣田', '広田'],
    ['濵田', '浜田'],
    ['濱田', '浜田'],
    ['𠮷田', '吉田'],
    ['神﨑', '神崎'],
    ['櫻井', '桜井'],
  ])('finds %s and %s by the same key', (variant, standard) => {
    expect(foldName(variant)).toBe(foldName(standard));
  });

  it('leaves out selectors of drawn forms', () => {
    expect(foldName('辻\u{e0100}')).toBe('辻');
    expect(foldName('葛\ufe00城\u{e0101}')).toBe('葛城');
  });

  it('leaves out spaces, width, case and the kind of kana', () => {
    expect(foldName('見本　花子')).toBe('見本花子');
    expect(foldName('ＭＡＲＩＡ Rei')).toBe('mariarei');
    expect(foldName('さくら')).toBe(foldName('ｻｸﾗ'));
  });

  it('folds a folded key to itself', () => {
    fc.assert(
      fc.property(typedText, (text) => foldName(foldName(text)) === foldName(text)),
      { numRuns: 5000 },
    );
  });
});

describe('the table of variants', () => {
  it('leads from each variant to a standard form in one step', () => {
    for (const [variant, standard] of STANDARD_FORM) {
      expect(STANDARD_FORM.has(standard)).toBe(false);
      expect([Array.from(variant).length, Array.from(standard).length]).toEqual([1, 1]);
    }
  });

  it('holds only characters that width folding leaves alone', () => {
    for (const character of [...STANDARD_FORM.keys(), ...STANDARD_FORM.values()])
      expect(character.normalize('NFKC')).toBe(character);
  });
});

describe('isKana', () => {
  it.each(['ミホン ハナコ', 'みほん　はなこ', 'ﾐﾎﾝ ﾊﾟﾊﾟ', 'マリーア・レイ', 'いすゞ', 'ヴ'])('accepts %s', (text) =>
    expect(isKana(text)).toBe(true),
  );
  it.each(['', '　', 'ー', '・', '見本', 'ミホン花子', 'Maria', 'ミホン1', 'ミ\nホン'])('rejects %j', (text) =>
    expect(isKana(text)).toBe(false),
  );
});

describe('toKatakana', () => {
  it('keeps one space between the parts of a name', () => {
    expect(toKatakana(' みほん　　はなこ ')).toBe('ミホン ハナコ');
    expect(toKatakana('ﾏﾘｰｱ･ﾚｲ')).toBe('マリーア・レイ');
  });

  it('is a reading that has the key of what was typed', () => {
    const kana = fc.string({ unit: fc.constantFrom(...'あぁがぱんゔゞアァガパンヴヾｱｧｶﾊﾝｰー 　'), minLength: 1 });
    fc.assert(
      fc.property(kana.filter(isKana), (text) => {
        expect(isKana(toKatakana(text))).toBe(true);
        expect(foldKana(toKatakana(text))).toBe(foldKana(text));
      }),
    );
  });
});
