import { connect, type Socket } from 'node:net';
import { resolve } from 'node:path';
import { InputPipe } from '../../src/platform/http/input.pipe.js';
import { movableClock } from '#kernel';
import { LoginStrategy } from '../../src/auth/strategies.js';
import { createWeb } from '../../src/web.js';
import { startApplication, type TestApplication } from '../support/application.js';
import { PLAN_FILE } from '../support/arrangements/yearly-plans.js';
import { freshDatabase } from '../support/database.js';
import { PageUser } from '../support/pages.js';

const FORM = 'application/x-www-form-urlencoded';
const JSON_BODY = 'application/json';
const many = (count: number, one: (n: number) => string, between: string): string =>
  Array.from({ length: count }, (_, n) => one(n)).join(between);
const nested = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);

describe('a request that says more than one may', () => {
  let t: TestApplication;
  let token: string;
  let cookies: string;
  beforeAll(async () => {
    t = await startApplication();
    token = (await t.as('administrator')).token ?? '';
    cookies = (await PageUser.signedIn(t, 'administrator')).cookieHeader();
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => t.close());

  const send = async (url: string, type: string, payload: string) => {
    const { statusCode, body, headers } = await t.app.inject({
      method: 'POST',
      url,
      payload,
      headers: {
        'content-type': type,
        ...(url.startsWith('/api') ? { authorization: `Bearer ${token}` } : { cookie: cookies }),
      },
    });
    return { status: statusCode, body, type: String(headers['content-type']) };
  };

  it.each([
    ['fields at sign-in', '/sign-in', FORM, many(75_000, (n) => `f${n}=1`, '&'), 'too_many_fields'],
    [
      'fields at sign-in, in JSON',
      '/api/v1/sessions',
      JSON_BODY,
      `{${many(75_000, (n) => `"f${n}":1`, ',')}}`,
      'too_many_fields',
    ],
    ['fields of a page', '/jobseekers', FORM, many(75_000, (n) => `f${n}=1`, '&'), 'too_many_fields'],
    ['one field 75,000 times', '/jobseekers', FORM, many(75_000, () => 'groups=1', '&'), 'too_many_fields'],
    [
      'elements of a list',
      '/api/v1/jobseekers',
      JSON_BODY,
      `{"groups":[${many(75_000, String, ',')}]}`,
      'too_many_fields',
    ],
    ['lists in lists', '/api/v1/jobseekers', JSON_BODY, `{"groups":${nested(200_000, '[', ']')}}`, 'too_deep'],
    [
      'objects in objects',
      '/api/v1/jobseekers',
      JSON_BODY,
      nested(100_000, '{"a":', '}').replace(':}', ':1}'),
      'too_deep',
    ],
    ['a form that nests', '/jobseekers', FORM, `a${'[b]'.repeat(1000)}=1`, 'name_too_long'],
    ['a name', '/api/v1/jobseekers', JSON_BODY, `{"${'x'.repeat(100_000)}":1}`, 'name_too_long'],
  ])('is refused before anybody reads it: %s', async (_, url, type, payload, code) => {
    const [validates, signsIn] = [
      jest.spyOn(InputPipe.prototype, 'transform'),
      jest.spyOn(LoginStrategy.prototype, 'validate'),
    ];
    const answer = await send(url, type, payload);
    expect(answer.status).toBe(413);
    if (url.startsWith('/api')) expect(JSON.parse(answer.body).error.code).toBe(code);
    else expect(answer).toMatchObject({ type: 'text/html; charset=utf-8', body: expect.stringMatching(/送信された/) });
    expect([validates.mock.calls.length, signsIn.mock.calls.length]).toEqual([0, 0]);
  });

  it('is refused with too many parameters in its address', async () => {
    const { status, body } = await (await t.as('administrator')).get(`/jobseekers?${many(300, (n) => `p${n}=`, '&')}`);
    expect([status, body.error.code]).toEqual([413, 'too_many_fields']);
  });

  it('is refused with a megabyte, whatever it is', async () => {
    const { status, body } = await send(
      '/api/v1/jobseekers',
      JSON_BODY,
      JSON.stringify({ note: 'x'.repeat(1_100_000) }),
    );
    expect([status, JSON.parse(body).error.code]).toEqual([413, 'too_large']);
  });

  it.each([
    ['keys', many(45_000, (n) => `k${n}: 1`, '\n'), 'plan_too_large'],
    ['the same key', many(45_000, () => 'k: 1', '\n'), 'plan_too_large'],
    ['lists in lists on a line', `programmes: ${nested(100_000, '[', ']')}`, 'plan_too_deep'],
    ['lists in lists by their marks', `${'- '.repeat(100_000)}x`, 'plan_too_deep'],
    ['maps in maps by indentation', many(500, (n) => `${' '.repeat(n)}k:`, '\n'), 'plan_too_deep'],
    ['mistakes', many(200_000, () => ']', ''), 'plan_too_large'],
    ['aliases', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]', 'plan_alias'],
  ])('is a plan file of too many %s, which is told at its place', async (_, file, code) => {
    const { status, body } = await (await t.as('administrator')).put('/yearly-plans', { file });
    expect([status, body.error.code, body.error.fields.map((field: { code: string }) => field.code)]).toEqual([
      422,
      'invalid_input',
      [code],
    ]);
  });

  it('takes a plan as plans are', async () => {
    expect((await (await t.as('administrator')).put('/yearly-plans', { file: PLAN_FILE })).status).toBe(200);
  });
});

describe('a request that comes slowly', () => {
  const ARRIVAL_MS = 400;

  it('is cut with a sentence, headers or body, while others are answered; a connection that is kept is not', async () => {
    const database = await freshDatabase();
    const app = await createWeb({
      root: resolve('.'),
      database,
      cookieSecret: 'for-specs-only-for-specs-only-32',
      clock: movableClock('2026-06-10'),
      poolSize: 2,
      arrivalMs: ARRIVAL_MS,
    });
    await app.listen(0, '127.0.0.1');
    const { port } = new URL(await app.getUrl());
    const slowly = [
      new SlowClient(Number(port), 'POST /sign-in HTTP/1.1\r\nhost: desk\r\n', 'x-slow: 1\r\n'),
      new SlowClient(
        Number(port),
        `POST /sign-in HTTP/1.1\r\nhost: desk\r\ncontent-type: ${FORM}\r\ncontent-length: 100000\r\n\r\n`,
        'a',
      ),
      new SlowClient(
        Number(port),
        `POST /sign-in HTTP/1.1\r\nhost: desk\r\ncontent-type: ${FORM}\r\ntransfer-encoding: chunked\r\n\r\n`,
        '1\r\na\r\n',
      ),
    ];
    const kept = new SlowClient(Number(port), 'GET /healthz HTTP/1.1\r\nhost: desk\r\n\r\n');
    try {
      for (let asked = 0; asked < 3; asked += 1) expect((await app.inject('/healthz')).statusCode).toBe(200);
      for (const client of slowly) {
        const answer = await client.answer;
        expect(answer).toMatch(/^HTTP\/1\.1 408 /);
        expect(answer).toContain('"code":"too_slow","message":"送信に時間がかかりすぎました。');
      }
      kept.say('GET /healthz HTTP/1.1\r\nhost: desk\r\nconnection: close\r\n\r\n');
      expect((await kept.answer).match(/HTTP\/1\.1 200 /g)).toHaveLength(2);
    } finally {
      kept.end();
      await app.close();
      await database.drop();
    }
  });
});

/** Says something, and then a little again and again until it is cut off. */
class SlowClient {
  readonly answer: Promise<string>;
  private readonly socket: Socket;

  constructor(port: number, begin: string, again?: string) {
    this.socket = connect(port, '127.0.0.1');
    this.socket.write(begin);
    const dripping = again === undefined ? undefined : setInterval(() => this.say(again), 20);
    this.answer = new Promise((resolve) => {
      let heard = '';
      this.socket.on('data', (data) => (heard += data.toString()));
      this.socket.on('error', () => undefined);
      this.socket.on('close', () => {
        clearInterval(dripping);
        resolve(heard);
      });
    });
  }

  end(): void {
    this.socket.destroy();
  }

  say(more: string): void {
    if (this.socket.writable) this.socket.write(more);
  }
}
