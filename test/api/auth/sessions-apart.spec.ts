import { resolve } from 'node:path';
import { movableClock } from '#kernel';
import { SESSION_COOKIE } from '../../../src/platform/http/index.js';
import { createWeb } from '../../../src/web.js';
import { startApplication, type TestApplication } from '../../support/application.js';
import { PageUser } from '../../support/pages.js';
import { PASSWORD } from '../../support/sites.js';

describe('a session', () => {
  let t: TestApplication;
  beforeAll(async () => (t = await startApplication()));
  afterAll(() => t.close());

  const shown = (user: PageUser): string =>
    decodeURIComponent(new RegExp(`${SESSION_COOKIE}=([^;]+)`).exec(user.cookieHeader())?.[1] ?? '');
  const signed = (token: string): string => t.app.getHttpAdapter().getInstance().signCookie(token);
  const asBearer = async (token: string): Promise<number> =>
    (await t.app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } })).statusCode;
  const asCookie = async (value: string): Promise<number> =>
    (await t.app.inject({ url: '/account', headers: { cookie: `${SESSION_COOKIE}=${encodeURIComponent(value)}` } }))
      .statusCode;

  it('of a page is no token of the API, and a token of the API is no page', async () => {
    const page = shown(await PageUser.signedIn(t, 'caseworker'));
    expect(await asCookie(page)).toBe(200);
    const [value = ''] = page.split('.');
    expect([await asBearer(page), await asBearer(value)]).toEqual([401, 401]);

    const { token = '' } = await t.as('caseworker');
    expect(await asBearer(token)).toBe(200);
    expect(await asCookie(signed(token))).toBe(303);
    expect(await asCookie(signed(value))).toBe(200);
  });

  it('of before ends when somebody signs in again in the same browser, whoever it was', async () => {
    const desk = await PageUser.signedIn(t, 'caseworker');
    const before = shown(desk);
    await desk.signIn('navigator');
    expect([await asCookie(before), await asCookie(shown(desk))]).toEqual([303, 200]);
    const elsewhere = await PageUser.signedIn(t, 'navigator');
    expect([await asCookie(shown(desk)), await asCookie(shown(elsewhere))]).toEqual([200, 200]);
  });

  it('stays with whoever asked: every answer says so but files that are the same for everybody', async () => {
    const user = await PageUser.signedIn(t, 'caseworker');
    const token = (await t.as('caseworker')).token ?? '';
    const kept = async (url: string): Promise<unknown> =>
      (
        await t.app.inject({
          url,
          headers: url.startsWith('/api') ? { authorization: `Bearer ${token}` } : { cookie: user.cookieHeader() },
        })
      ).headers['cache-control'];
    for (const url of [
      '/',
      '/jobseekers',
      '/nowhere',
      '/api/v1/me',
      '/api/v1/jobseekers?q=%E3%82%A2',
      '/api/v1/nowhere',
      '/sign-in',
    ])
      expect([url, await kept(url)]).toEqual([url, 'no-store']);
    expect(await kept('/assets/app.js')).toContain('max-age');
  });
});

describe('behind https', () => {
  it('cookies bear a name that no neighbour of the domain can plant, and the browser is told to come by https', async () => {
    const t = await startApplication();
    const app = await createWeb({
      root: resolve('.'),
      database: t.database,
      cookieSecret: 'for-specs-only-for-specs-only-32',
      clock: movableClock('2026-06-10'),
      secureCookies: true,
      poolSize: 2,
    });
    try {
      const https = { 'x-forwarded-proto': 'https' };
      const page = await app.inject({ url: '/sign-in', headers: https });
      const [csrf] = page.cookies;
      expect(csrf).toMatchObject({ name: '__Host-_csrf', secure: true, httpOnly: true, path: '/', sameSite: 'Lax' });
      expect(csrf).not.toHaveProperty('domain');
      const signedIn = await app.inject({
        method: 'POST',
        url: '/sign-in',
        headers: {
          ...https,
          cookie: `${csrf?.name}=${encodeURIComponent(csrf?.value ?? '')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: new URLSearchParams({
          login: 'caseworker',
          password: PASSWORD,
          _csrf: /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? '',
        }).toString(),
      });
      expect(signedIn.statusCode).toBe(303);
      const session = signedIn.cookies.find(({ name }) => name === `__Host-${SESSION_COOKIE}`);
      expect(signedIn.cookies.map(({ name, secure }) => [name.startsWith('__Host-'), secure])).toEqual([
        [true, true],
        [true, true],
      ]);
      const as = async (name: string): Promise<number> =>
        (
          await app.inject({
            url: '/account',
            headers: { ...https, cookie: `${name}=${encodeURIComponent(session?.value ?? '')}` },
          })
        ).statusCode;
      expect([await as(`__Host-${SESSION_COOKIE}`), await as(SESSION_COOKIE)]).toEqual([200, 303]);
      expect(page.headers['strict-transport-security']).toBe('max-age=31536000');
    } finally {
      await app.close();
      await t.close();
    }
  });
});
