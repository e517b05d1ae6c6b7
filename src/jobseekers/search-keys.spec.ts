import { searchKeyFrom, searchKeysOf } from './search-keys.js';

const keys = searchKeysOf({
  number: '0000123',
  familyName: '髙見本',
  givenName: '花子',
  familyKana: 'タカミホン',
  givenKana: 'ハナコ',
  formerName: '渡邉',
  helloWorkNumber: '13010-87654321',
});
const found = (typed: string): boolean => keys.some((key) => key.startsWith(searchKeyFrom(typed)));

describe('keys a person is found by', () => {
  it.each([
    'タカ',
    'たかみほん',
    'ﾀｶﾐﾎﾝ ﾊﾅ',
    'はなこ',
    '高見',
    '髙見本　花子',
    '本花',
    '花',
    '渡辺',
    '0000123',
    '123',
    '１２３',
    '13010-8765',
    '1301087654',
    '１３０１０－８７',
  ])('%s finds', (typed) => {
    expect(found(typed)).toBe(true);
  });

  it.each(['ミホン', '花見', '23', '0123'])('%s does not', (typed) => {
    expect(found(typed)).toBe(false);
  });

  it('nothing typed is no key', () => {
    expect(searchKeyFrom('　 ')).toBe('');
  });
});
