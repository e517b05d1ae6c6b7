import { resolve } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { movableClock } from '#kernel';
import { createWeb } from '../../../src/web.js';
import { freshDatabase, type FreshDatabase } from '../../support/database.js';

/** Attempts to sign in are counted by address, and behind a proxy everybody comes from one. */
describe('whoever asks through a proxy', () => {
  let database: FreshDatabase;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    database = await freshDatabase();
    app = await createWeb({
      root: resolve('.'),
      database,
      cookieSecret: 'for-specs-only-for-specs-only-32',
      clock: movableClock('2026-06-10'),
      poolSize: 2,
      trustedProxies: ['loopback', '172.16.0.0/12'],
    });
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  /** @returns how many attempts are left to whom the server takes for the one who asks */
  const attempt = async (remoteAddress: string, forwardedFor: string): Promise<number> => {
    const { headers, statusCode } = await app.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      payload: { login: 'nobody', password: 'nothing at all' },
      headers: { 'x-forwarded-for': forwardedFor },
      remoteAddress,
    });
    expect(statusCode).toBe(401);
    return Number(headers['x-ratelimit-remaining']);
  };

  it('is counted alone, where the proxy is one that is trusted', async () => {
    expect(await attempt('172.18.0.4', '192.0.2.1')).toBe(119);
    expect(await attempt('172.18.0.4', '192.0.2.1')).toBe(118);
    expect(await attempt('172.18.0.4', '192.0.2.2')).toBe(119);
  });

  it('is who the proxy says and not who they say themselves', async () => {
    expect(await attempt('172.18.0.4', '198.51.100.7, 192.0.2.3')).toBe(119);
    expect(await attempt('172.18.0.4', '198.51.100.8, 192.0.2.3')).toBe(118);
  });

  it('is the one who asks, where nobody trusts it', async () => {
    expect(await attempt('203.0.113.9', '192.0.2.4')).toBe(119);
    expect(await attempt('203.0.113.9', '192.0.2.5')).toBe(118);
  });
});
