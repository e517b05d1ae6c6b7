import { isFromOwnPage, keptForm, pageBefore, wordsTyped } from './kept-form.js';

describe('a form that is kept', () => {
  const body = {
    _csrf: 'token',
    _key: 'key',
    _login: 'someone',
    _password: 'secret',
    sharedText: '週3日\r\nの仕事',
    kind: 'vocational',
    participantIds: ['a', 'b'],
    heldOn_era: '令和',
    heldOn_day: '9',
  };

  it('goes to its own address with everything but the token and the password given in place', () => {
    expect(keptForm({ url: '/consultations', body })).toEqual({
      action: '/consultations',
      isWhole: true,
      texts: ['週3日\r\nの仕事'],
      fields: {
        _key: 'key',
        sharedText: '週3日\r\nの仕事',
        kind: 'vocational',
        participantIds: ['a', 'b'],
        heldOn_era: '令和',
        heldOn_day: '9',
      },
    });
  });

  it('leaves out passwords, and says that it is not whole', () => {
    expect(
      keptForm({ url: '/account/password', body: { currentPassword: '今の 言葉', newPassword: '次の 言葉' } }),
    ).toEqual({ action: '/account/password', isWhole: false, texts: [], fields: {} });
  });

  it.each([[undefined], [null], ['text']])('is none where nothing came as a form: %j', (sent) => {
    expect(keptForm({ url: '/visits', body: sent })).toBeUndefined();
  });

  it('shows to read what was written in words, not codes, numbers, ids or addresses of things', () => {
    expect(
      wordsTyped({
        name: 'Hanako Mihon',
        kana: 'ミホン',
        code: 'u_turn',
        number: '12',
        id: '0198c5d0-0000-7000-8000-000000000000',
        mail: 'a@example.jp',
        note: '  ',
      }),
    ).toEqual(['Hanako Mihon', 'ミホン']);
  });
});

describe('where a form came from', () => {
  const host = 'desk.example:3000';

  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://desk.example:3000' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ origin: 'https://desk.example:3000' }, true],
    [{ origin: 'https://desk.example' }, false],
    [{ origin: 'null' }, false],
    [{}, false],
  ])('%j is a page of ours: %s', (headers, ours) => {
    expect(isFromOwnPage({ headers, host })).toBe(ours);
  });

  it.each([
    ['https://desk.example:3000/sign-in?next=%2Fvisits', '/sign-in?next=%2Fvisits'],
    ['https://elsewhere.example/visits', '/'],
    ['no address', '/'],
    [undefined, '/'],
  ])('leads back from %s to %s', (referer, path) => {
    expect(pageBefore({ headers: referer === undefined ? {} : { referer }, host })).toBe(path);
  });
});
