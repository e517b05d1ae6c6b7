import { changesText } from './change-words.js';

const NAMES = { staff: [{ id: 'a-colleague', name: '架空 市子' }], desks: [{ id: 3, name: '北支所' }] };

describe('what changed, in words', () => {
  it.each([
    ['a code of its list', { role: { from: 'case_staff', to: 'supervisor' } }, '権限：担当職員 → 監督者'],
    [
      'the name an id stands for',
      { deskId: { from: null, to: 3 }, staffId: { from: null, to: 'a-colleague' } },
      '窓口：— → 北支所、職員：— → 架空 市子',
    ],
    ['a day', { closed_on: { from: null, to: '2026-06-10' } }, '閉鎖日：— → 令和8年6月10日'],
    [
      'a list, also an emptied one',
      { optional_steps: { from: ['candidate', 'requested'], to: [] } },
      '省ける段階：支援候補者・支援要請 → —',
    ],
    [
      'people of a council',
      { members: { from: [], to: [{ organisationName: '見本労働局', post: '部長' }] } },
      '構成員：— → 見本労働局 部長',
    ],
    ["a person's field, never what stood in it", { phone: null, address: null }, '電話番号、住所'],
    ['yes and no', { byAppointment: { from: true, to: false } }, '予約：はい → いいえ'],
    ['what has no words, as it is', { novelty: { from: 'one', to: 'other' } }, 'novelty：one → other'],
  ])('tells %s', (_, changes, text) => {
    expect(changesText(changes, NAMES)).toBe(text);
  });
});
