import { errorText, fill, ja, reasonText } from './index.js';
import { makeLookup, type Noun } from './lookup.js';

describe('the sentence of a code', () => {
  it('is filled with its params', () => {
    expect(errorText('too_long', { max: 50 })).toBe('50文字以内で入力してください。');
    expect(errorText('required', { label: '氏名' })).toBe('入力してください。');
    expect(reasonText('letter_already_issued')).toBe('紹介状は交付済みです。');
  });

  it('tells who changed the record in the meantime', () => {
    expect(
      errorText('stale_edit', { changedBy: '架空 太郎', changedAt: '令和8年4月1日 09:30', currentVersion: 4 }),
    ).toMatch(/^架空 太郎さんが令和8年4月1日 09:30にこの記録を変更しました。/);
  });

  it('is missing for an unknown code, or one of the other kind', () => {
    expect(() => errorText('no_such_code')).toThrow('no_such_code');
    expect(() => errorText('letter_already_issued')).toThrow('letter_already_issued');
    expect(() => errorText('toString')).toThrow('toString');
  });

  it('is refused without its params', () => {
    expect(() => errorText('too_long')).toThrow('no param max');
    expect(fill('{a}と{b}', { a: 1, b: '二' })).toBe('1と二');
  });
});

describe('nouns', () => {
  it('join with their own codes', () => {
    const text = makeLookup('reasons', {
      visit: { title: '来所', reasons: { desk_closed: '{desk}は閉所しています。' } },
      event: {},
    });
    expect(text('desk_closed', { desk: '本庁' })).toBe('本庁は閉所しています。');
  });

  it('may not define a code twice', () => {
    const nouns = { visit: { errors: { too_early: '早すぎます。' } }, event: { errors: { too_early: '早いです。' } } };
    expect(() => makeLookup('errors', nouns)).toThrow('errors of event: another noun already defines too_early');
  });
});

describe('every sentence of every noun', () => {
  const nouns: Readonly<Record<string, Noun>> = ja;
  const sentences = Object.values(nouns).flatMap(({ errors, reasons }) => Object.entries({ ...errors, ...reasons }));

  it.each(sentences)('%s is a code in snake case with a whole Japanese sentence', (code, sentence) => {
    expect(code).toMatch(/^[a-z]+(_[a-z0-9]+)*$/);
    expect(sentence).toMatch(/\p{Script=Hiragana}.*。$/u);
  });
});
