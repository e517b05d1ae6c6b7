import {
  employerProblems,
  employerSearchKey,
  isOpenOn,
  jobOrderProblems,
  kanaQueryKey,
  nameQueryKey,
} from './index.js';

describe('an employer', () => {
  const employer = {
    name: '株式会社見本製作所',
    nameKana: 'カブシキガイシャ ミホンセイサクショ',
    phone: '03-0000-0000',
  };

  it('has a name, a reading and a telephone number that is one', () => {
    expect(employerProblems(employer)).toEqual([]);
    expect(employerProblems({ ...employer, phone: null })).toEqual([]);
    expect(employerProblems({ name: ' ', nameKana: '見本', phone: '電話なし' })).toEqual([
      { field: 'name', code: 'required' },
      { field: 'nameKana', code: 'not_kana' },
      { field: 'phone', code: 'not_a_phone_number' },
    ]);
  });

  it('is found by the beginning of its reading, with or without the legal form', () => {
    const key = employerSearchKey(employer.name, employer.nameKana);
    for (const typed of ['みほん', 'ﾐﾎﾝｾｲ', 'かぶしきがいしゃ みほん'])
      expect(key.startsWith(kanaQueryKey(typed))).toBe(true);
    expect(key.startsWith(kanaQueryKey('セイサク'))).toBe(false);
  });

  it('is found by any part of its name, in any form of its characters', () => {
    expect(employerSearchKey('髙﨑食品', 'タカサキショクヒン').split(' ')[1]).toContain(nameQueryKey('高崎'));
  });

  it('keeps a reading that is nothing but a legal form', () => {
    expect(kanaQueryKey('カブシキガイシャ')).toBe('カブシキガイシャ');
  });
});

describe('a job order', () => {
  const order = { positions: 2, receivedOn: '2026-06-01', validUntil: '2026-08-31' };

  it.each([
    ['as it should be', order, []],
    ['without positions', { ...order, positions: 0 }, ['positions out_of_range']],
    ['received tomorrow', { ...order, receivedOn: '2026-06-11' }, ['receivedOn date_in_future']],
    ['out of date on arrival', { ...order, validUntil: '2026-05-31' }, ['validUntil valid_until_before_receipt']],
  ])('%s', (_, draft, expected) => {
    expect(jobOrderProblems(draft, '2026-06-10').map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });

  it('is open from its receipt to its last day', () => {
    expect(['2026-05-31', '2026-06-01', '2026-08-31', '2026-09-01'].map((day) => isOpenOn(order, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isOpenOn({ ...order, validUntil: null }, '2030-01-01')).toBe(true);
  });
});
