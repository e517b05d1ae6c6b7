import { resolve } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { movableClock } from '#kernel';
import { readConfig } from '../../src/platform/config/index.js';
import { createWeb } from '../../src/web.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

const [PROXY, FAR_PROXY, STRANGER] = ['172.20.0.7', '198.51.100.4', '203.0.113.50'];

describe('who asks', () => {
  let database: FreshDatabase;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    database = await freshDatabase();
    app = await createWeb({
      root: resolve('.'),
      database,
      cookieSecret: 'for-specs-only-for-specs-only-32',
      secureCookies: true,
      clock: movableClock('2026-06-10'),
      poolSize: 2,
      trustedProxies: readConfig({ TRUSTED_PROXIES: `172.20.0.0/16, ${FAR_PROXY}` }, '/x').trustedProxies,
    });
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  /** @returns how many attempts the limit leaves the asker */
  const left = async (remoteAddress: string, forwardedFor?: string): Promise<number> => {
    const { headers } = await app.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      remoteAddress,
      payload: { login: '', password: '' },
      headers: forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor },
    });
    return Number(headers['x-ratelimit-remaining']);
  };
  const transportSecurity = async (remoteAddress: string, proto: string): Promise<unknown> =>
    (await app.inject({ url: '/healthz', remoteAddress, headers: { 'x-forwarded-proto': proto } })).headers[
      'strict-transport-security'
    ];

  it('behind a trusted proxy has a limit of their own', async () => {
    const first = await left(PROXY, '192.0.2.1');
    expect(await left(PROXY, '192.0.2.1')).toBe(first - 1);
    expect(await left(PROXY, '192.0.2.2')).toBe(first);
    expect(await left(FAR_PROXY, '192.0.2.2')).toBe(first - 1);
    expect(await left(PROXY, `192.0.2.2, ${FAR_PROXY}`)).toBe(first - 2);
  });

  it('is who the proxy saw, whatever a client had said to it before', async () => {
    const first = await left(PROXY, '198.18.0.1, 192.0.2.3');
    expect(await left(PROXY, '198.18.0.2, 192.0.2.3')).toBe(first - 1);
  });

  it('straight at the web evades nothing with a forged address, from the same machine neither, if that is no proxy', async () => {
    const first = await left(STRANGER, '192.0.2.10');
    expect(await left(STRANGER, '192.0.2.11')).toBe(first - 1);
    expect(await left(STRANGER)).toBe(first - 2);
    const here = await left('127.0.0.1', '192.0.2.20');
    expect(await left('127.0.0.1', '192.0.2.21')).toBe(here - 1);
  });

  it('came over https if a trusted proxy says so', async () => {
    expect(await transportSecurity(PROXY, 'https')).toBe('max-age=31536000');
    expect(await transportSecurity(PROXY, 'http')).toBeUndefined();
    expect(await transportSecurity(STRANGER, 'https')).toBeUndefined();
  });
});
