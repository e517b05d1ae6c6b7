import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { resolve } from 'node:path';
import { Preparation } from '../../src/platform/web/preparation.js';
import { createWeb } from '../../src/web.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { found, MIHON, PASSWORD } from '../support/sites.js';

describe('while what the application shows is being prepared', () => {
  const preparation = new Preparation();
  let database: FreshDatabase;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    database = await freshDatabase();
    await found(database.ownerUrl, MIHON);
    app = await createWeb({
      root: resolve('.'),
      database,
      cookieSecret: 'for-specs-only-for-specs-only-32',
      poolSize: 1,
      preparation,
    });
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });
  const signIn = () =>
    app.inject({ method: 'POST', url: '/api/v1/sessions', payload: { login: 'caseworker', password: PASSWORD } });

  it('every page says how far that is, and asks again by itself', async () => {
    preparation.tell({ share: 0.456, month: '令和8年5月' });
    for (const url of ['/', '/sign-in', '/cases/1', '/nowhere']) {
      const { statusCode, headers, body } = await app.inject(url);
      expect([url, statusCode, headers['retry-after'], headers.refresh, headers['cache-control']]).toEqual([
        url,
        503,
        '2',
        '2',
        'no-store',
      ]);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(body).toContain('<progress aria-label="読み込みの進み具合" max="1" value="0.456">');
      expect(body).toContain('<span>45%</span>');
      expect(body).toContain('令和8年5月の記録を読み込んでいます。');
    }
  });

  it('nobody signs in, at the pages or at the interface', async () => {
    const page = await app.inject({ method: 'POST', url: '/sign-in', payload: { login: 'caseworker' } });
    expect(page.statusCode).toBe(503);
    expect(page.cookies).toEqual([]);
    const { statusCode, body } = await signIn();
    expect([statusCode, JSON.parse(body)]).toEqual([
      503,
      { error: { code: 'preparing', message: '準備しています。終わるまでお待ちください。' } },
    ]);
  });

  it('whoever watches the process hears that it is up, but not that it can work', async () => {
    expect((await app.inject('/healthz')).statusCode).toBe(200);
    expect((await app.inject('/readyz')).statusCode).toBe(503);
    expect((await app.inject('/assets/base.css')).statusCode).toBe(200);
  });

  it('ends: from then on everything is as always', async () => {
    preparation.end();
    expect((await app.inject('/')).headers.location).toBe('/sign-in?next=%2F');
    expect((await signIn()).statusCode).toBe(201);
  });
});
