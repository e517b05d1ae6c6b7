import { ATTEMPTS } from '#domain/sign-in';
import { SESSION_POLICY } from '../../../src/auth/session-policy.js';
import { SESSION_COOKIE } from '../../../src/platform/http/index.js';
import { startApplication, type TestApplication } from '../../support/application.js';
import { aSharedCase } from '../../support/arrangements/cases.js';
import { staffIdOf } from '../../support/arrangements/consultations.js';
import { dateBoxes, type PageAnswer, PageUser, textOf } from '../../support/pages.js';
import { PASSWORD } from '../../support/sites.js';

const NOTE = '求人を2件確認。\r\n"夜勤" <なし> & 週3日\'まで';
const KEPT = 'まだ何も保存していません。入力した内容は、この画面に残っています。';

describe('a form that outlives the session', () => {
  let t: TestApplication;
  let jobseekerId: string;
  beforeAll(async () => {
    t = await startApplication();
    ({ jobseekerId } = await aSharedCase(t));
  });
  beforeEach(() => t.clock.set('2026-06-10T09:00:00+09:00'));
  afterAll(() => t.close());

  const opened = async (user: PageUser): Promise<PageAnswer> => user.get(`/consultations/new?jobseeker=${jobseekerId}`);
  const typed = (note: string): Record<string, string> => ({
    jobseekerId,
    kind: 'vocational',
    channel: 'desk',
    sharedText: note,
    ...dateBoxes('heldOn', '2026-06-10'),
  });
  const save = (user: PageUser, page: PageAnswer, note: string): Promise<PageAnswer> =>
    user.submitFrom(page, '/consultations', typed(note));
  const again = (user: PageUser, page: PageAnswer, fields: Record<string, string> = {}): Promise<PageAnswer> =>
    user.submitFrom(page, '/consultations', fields);
  const stored = (note: string): Promise<{ login: string }[]> =>
    t.owner.query(
      'SELECT s.login FROM consultation k JOIN staff s ON s.id = k.author_id WHERE replace(k.shared_text, chr(13), $2) = replace($1, chr(13), $2)',
      [note, ''],
    );
  const idle = (): void => t.clock.set(new Date(t.clock.now().getTime() + (SESSION_POLICY.idleMinutes + 1) * 60_000));

  it('asks the one who typed for the password in place, and goes on as if nothing had been', async () => {
    const user = await PageUser.signedIn(t, 'caseworker');
    const form = await opened(user);
    idle();
    const asked = await save(user, form, NOTE);
    expect([asked.status, asked.headers['cache-control'], asked.location]).toEqual([401, 'no-store', undefined]);
    for (const words of [KEPT, '架空 市子さんのパスワード', '送信する操作：相談を記録する'])
      expect(asked.html).toContain(words);
    expect(textOf(asked.html)).toContain(NOTE);
    expect(asked.html).toContain('&lt;なし');
    expect(asked.html).not.toContain('name="_login"');
    expect(await stored(NOTE)).toEqual([]);

    const saved = await again(user, asked, { _password: PASSWORD });
    expect([saved.status, saved.location]).toEqual([303, expect.stringContaining('flash=consultation_logged')]);
    expect(await stored(NOTE)).toEqual([{ login: 'caseworker' }]);
    expect((await user.get('/account')).status).toBe(200);
  });

  it('makes one record of a double submit, before and after the password', async () => {
    const user = await PageUser.signedIn(t, 'caseworker');
    const form = await opened(user);
    idle();
    const asked = await save(user, form, '一度だけ');
    const first = await again(user, asked, { _password: PASSWORD });
    const second = await again(user, asked, { _password: PASSWORD });
    expect([second.status, second.location]).toEqual([303, first.location]);
    await save(user, form, '一度だけ');
    expect(await stored('一度だけ')).toHaveLength(1);
  });

  it('keeps everything through a wrong password, and counts it', async () => {
    const user = await PageUser.signedIn(t, 'caseworker2');
    const form = await opened(user);
    idle();
    let page = await save(user, form, '打ち間違い');
    page = await again(user, page, { _password: 'not-mine' });
    expect([page.status, page.html]).toEqual([401, expect.stringContaining('パスワードが違います')]);
    expect(page.html).not.toContain('not-mine');
    expect(
      await t.owner.query(
        `SELECT place LIKE 'device %' AS here, failures FROM sign_in_attempt WHERE staff_id = $1 AND failures > 0`,
        [await staffIdOf(t, 'caseworker2')],
      ),
    ).toEqual([{ here: true, failures: 1 }]);
    expect((await again(user, page, { _password: PASSWORD })).status).toBe(303);
    expect(await stored('打ち間違い')).toHaveLength(1);
  });

  it('tells who is locked out, and still keeps what was typed', async () => {
    const user = await PageUser.signedIn(t, 'navigator2');
    const form = await opened(user);
    idle();
    let page = await save(user, form, '締め出し');
    for (let attempt = 0; attempt <= ATTEMPTS.free.device + 1; attempt += 1)
      page = await again(user, page, { _password: 'not-mine' });
    expect(page.html).toContain('一時的にログインできません');
    expect((await again(user, page, { _password: PASSWORD })).status).toBe(401);
    t.clock.set(new Date(t.clock.now().getTime() + (ATTEMPTS.delayMinutes[0] + 1) * 60_000));
    expect((await again(user, page, { _password: PASSWORD })).status).toBe(303);
    expect(await stored('締め出し')).toHaveLength(1);
  });

  it('never saves as somebody else what a colleague typed at the same desk', async () => {
    const desk = await PageUser.signedIn(t, 'caseworker');
    const form = await opened(desk);
    await desk.signIn('navigator');
    const asked = await save(desk, form, '同僚の画面');
    expect(asked.status).toBe(401);
    expect(asked.html).toContain('この画面は架空 市子さんが開いたものです。今は例示 進さんがサインインしているため');
    expect((await again(desk, asked, { _login: 'navigator', _password: 'navigators-own' })).status).toBe(401);
    expect(await stored('同僚の画面')).toEqual([]);

    expect((await again(desk, asked, { _password: PASSWORD })).status).toBe(303);
    expect(await stored('同僚の画面')).toEqual([{ login: 'caseworker' }]);
    expect((await desk.get('/account')).html).toContain('架空 市子');
  });

  it('of another session is not done, and goes on with one press where the same person has signed in again', async () => {
    const user = await PageUser.signedIn(t, 'caseworker');
    const form = await opened(user);
    idle();
    await user.signIn('caseworker');
    const kept = await save(user, form, '別の窓で');
    expect([kept.status, kept.html]).toEqual([403, expect.stringContaining(KEPT)]);
    expect(kept.html).not.toContain('type="password"');
    expect(await stored('別の窓で')).toEqual([]);
    expect((await again(user, kept)).status).toBe(303);
    expect(await stored('別の窓で')).toHaveLength(1);
  });

  it('of before the sign-in is not done: what anybody is given proves nothing afterwards', async () => {
    const user = await PageUser.signedIn(t, 'caseworker');
    user.forget(SESSION_COOKIE);
    const tokenOn = ({ html }: PageAnswer): string => textOf(/name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '');
    const before = tokenOn(await user.get('/sign-in'));
    const [, anothers = ''] = tokenOn(await (await PageUser.signedIn(t, 'navigator')).get('/account')).split(/\.(.*)/);
    await user.signIn('caseworker');
    const [own = ''] = tokenOn(await opened(user)).split('.');
    for (const [token, status] of [
      [before, 403],
      [`${own}.${anothers}`, 401],
      [own, 403],
    ] as const) {
      const sent = await user.post('/consultations', new URLSearchParams({ ...typed('前の画面で'), _csrf: token }));
      expect([token, sent.status]).toEqual([token, status]);
    }
    expect(await stored('前の画面で')).toEqual([]);
  });

  it('is saved at the site it was opened at, or not at all', async () => {
    const [{ elsewhere }] = await t.owner.query(`SELECT id AS elsewhere FROM site WHERE name LIKE '別見市%'`);
    await t.owner.query(`INSERT INTO staff_site (staff_id, site_id, starts_on) VALUES ($1, $2, '2026-06-01')`, [
      await staffIdOf(t, 'caseworker'),
      elsewhere,
    ]);
    const user = await PageUser.signedIn(t, 'caseworker');
    const [{ here }] = await t.owner.query(`SELECT site_id AS here FROM jobseeker WHERE id = $1`, [jobseekerId]);
    const form = await opened(user);
    await user.submit('/account', '/account/site', { siteId: String(elsewhere) });
    const refused = await save(user, form, '拠点を移ってから');
    expect([refused.status, refused.html]).toEqual([
      409,
      expect.stringContaining('この画面は別の拠点で開いたものです'),
    ]);
    expect(await stored('拠点を移ってから')).toEqual([]);

    await user.submit('/account', '/account/site', { siteId: String(here) });
    expect((await again(user, refused)).status).toBe(303);
    expect(await stored('拠点を移ってから')).toHaveLength(1);
  });

  it('knows the one who typed after signing out, from the form itself', async () => {
    const user = await PageUser.signedIn(t, 'caseworker');
    const form = await opened(user);
    await user.submit('/account', '/sign-out', {});
    const asked = await save(user, form, 'サインアウト後');
    expect(asked.html).toContain('架空 市子さんのパスワード');
    expect((await again(user, asked, { _password: PASSWORD })).status).toBe(303);
  });

  it('believes no name that we have not sealed: then it asks who signs in', async () => {
    const user = await PageUser.signedIn(t, 'caseworker');
    const form = await opened(user);
    idle();
    const forged = {
      ...form,
      html: form.html.replaceAll(await staffIdOf(t, 'caseworker'), await staffIdOf(t, 'navigator')),
    };
    const asked = await save(user, forged, '偽の名前');
    expect(asked.status).toBe(401);
    expect(asked.html).not.toContain('例示 進');
    expect(asked.html).toContain('name="_login"');
    expect((await again(user, asked, { _login: 'caseworker', _password: PASSWORD })).status).toBe(303);
    expect(await stored('偽の名前')).toEqual([{ login: 'caseworker' }]);
  });

  it('shows the form again, not the password, when what was typed is wrong as well', async () => {
    const user = await PageUser.signedIn(t, 'caseworker');
    const form = await opened(user);
    idle();
    const asked = await user.submitFrom(form, '/consultations', { ...typed('種類がない'), kind: '' });
    const refused = await again(user, asked, { _password: PASSWORD });
    expect(refused.status).toBe(200);
    expect(refused.html).toContain('種類がない');
    expect(refused.html).not.toContain(PASSWORD);
    // The form it shows belongs to the session that the password has opened.
    expect((await again(user, refused, typed('種類がある'))).status).toBe(303);
  });

  it('gives no password back that was typed into the form', async () => {
    const user = await PageUser.signedIn(t, 'caseworker');
    const account = await user.get('/account');
    idle();
    const refused = await user.submitFrom(account, '/account/password', {
      currentPassword: PASSWORD,
      newPassword: '長い新しい言葉です',
      repeatedPassword: '長い新しい言葉です',
    });
    expect(refused.status).toBe(401);
    expect(refused.html).not.toContain(PASSWORD);
    expect(refused.html).not.toContain('長い新しい言葉です');
    expect(refused.html).toContain('パスワードは画面に残さないため');
  });

  it('signs out whoever has already been', async () => {
    const user = await PageUser.signedIn(t, 'caseworker');
    const page = await user.get('/account');
    idle();
    expect(await user.submitFrom(page, '/sign-out', {})).toMatchObject({ status: 303, location: '/sign-in' });
  });

  describe('with a token that is no longer, or not, ours', () => {
    it('is handed back to be sent with one press, by the one who sees what it says', async () => {
      const user = await PageUser.signedIn(t, 'caseworker');
      const form = await opened(user);
      user.forget('_csrf');
      const refused = await save(user, form, NOTE);
      expect([refused.status, refused.headers['cache-control']]).toEqual([403, 'no-store']);
      for (const words of ['画面の有効期限が切れました', KEPT, '送信する操作：相談を記録する'])
        expect(refused.html).toContain(words);
      expect(refused.html).not.toContain('type="password"');
      const before = await stored(NOTE);
      expect((await again(user, refused)).status).toBe(303);
      expect(await stored(NOTE)).toHaveLength(before.length + 1);
      expect((await again(user, refused)).status).toBe(303);
      expect(await stored(NOTE)).toHaveLength(before.length + 1);
    });

    it('still is asked for the password when the session is lost too', async () => {
      const user = await PageUser.signedIn(t, 'caseworker');
      const form = await opened(user);
      idle();
      user.forget('_csrf');
      user.forget(SESSION_COOKIE);
      const expired = await save(user, form, '両方');
      const asked = await again(user, expired);
      expect([asked.status, asked.html]).toEqual([401, expect.stringContaining('架空 市子さんのパスワード')]);
      expect((await again(user, asked, { _password: PASSWORD })).status).toBe(303);
      expect(await stored('両方')).toEqual([{ login: 'caseworker' }]);
    });

    it.each([
      ['another site', { 'sec-fetch-site': 'cross-site' }],
      ['a neighbour of the same domain', { 'sec-fetch-site': 'same-site', origin: 'https://neighbour.localhost' }],
      ['another origin, in a browser that tells no more', { origin: 'https://elsewhere.example' }],
      ['a page without an origin', { origin: 'null' }],
      ['nowhere that it tells', {}],
    ])(
      'keeps nothing of what came from %s, and offers nothing to press',
      async (_, sentFrom: Record<string, string>) => {
        const user = await PageUser.signedIn(t, 'caseworker');
        const refused = await user.post(
          '/consultations',
          new URLSearchParams({ ...typed('余所の言葉'), _csrf: 'forged' }),
          sentFrom,
        );
        expect(refused.status).toBe(403);
        expect(refused.html).not.toContain('余所の言葉');
        expect(refused.html).not.toContain('<form');
        expect(await stored('余所の言葉')).toEqual([]);
      },
    );

    it('is handed back by the origin alone where the browser tells no more', async () => {
      const user = await PageUser.signedIn(t, 'caseworker');
      const refused = await user.post('/consultations', new URLSearchParams({ ...typed('自分の言葉'), _csrf: 'old' }), {
        origin: 'http://desk.example:3000',
        host: 'desk.example:3000',
      });
      expect([refused.status, refused.html]).toEqual([403, expect.stringContaining('自分の言葉')]);
    });

    it('takes no password in place', async () => {
      const user = await PageUser.signedIn(t, 'caseworker');
      idle();
      const refused = await user.post(
        '/consultations',
        new URLSearchParams({ ...typed('偽装'), _csrf: 'forged', _login: 'caseworker', _password: PASSWORD }),
      );
      expect(refused.status).toBe(403);
      expect(refused.html).not.toContain(PASSWORD);
      expect(await stored('偽装')).toEqual([]);
    });

    it('leads from an old sign-in page to a new one', async () => {
      const user = await PageUser.signedIn(t, 'caseworker');
      const page = await user.get('/sign-in?next=/visits');
      user.forget('_csrf');
      const refused = await user.submitFrom(page, '/sign-in', { login: 'caseworker', password: PASSWORD });
      expect(refused.status).toBe(403);
      expect(refused.html).not.toContain(PASSWORD);
    });

    it('offers nothing for an address that takes no form', async () => {
      const user = await PageUser.signedIn(t, 'caseworker');
      for (const url of ['/nowhere', '//elsewhere.example/consultations', '/assets/app.js']) {
        const { status, html } = await user.post(url, new URLSearchParams({ sharedText: '宛先なし' }));
        expect([url, status, html.includes('<form')]).toEqual([url, 403, false]);
      }
    });
  });
});
