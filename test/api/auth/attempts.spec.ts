import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAttempt, ATTEMPTS, type AttemptRecord, mayAttempt } from '#domain/sign-in';
import { type AttemptOrigin, SessionsService } from '../../../src/auth/sessions.service.js';
import { PasswordChecks } from '../../../src/auth/passwords.js';
import { startApplication, type TestApplication } from '../../support/application.js';
import { staffIdOf } from '../../support/arrangements/staff.js';
import { PageUser } from '../../support/pages.js';
import { PASSWORD } from '../../support/sites.js';
import { Connections } from '../../../src/platform/database/connections.js';

const HOME = { address: '192.0.2.1' };
const STRANGE = { address: '198.51.100.9' };
const DEVICE_COOKIE = 'team_support_device';
const NEXT = 'asa-no-kumo-1';

describe('attempts to sign in', () => {
  let t: TestApplication;
  let sessions: SessionsService;
  let passwords: PasswordChecks;
  beforeAll(async () => {
    t = await startApplication();
    sessions = t.app.get(SessionsService);
    passwords = t.app.get(PasswordChecks);
  });
  beforeEach(async () => {
    t.clock.set('2026-06-10T09:00:00+09:00');
    await t.owner.query('DELETE FROM sign_in_attempt');
    await t.owner.query('DELETE FROM known_device');
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => t.close());

  /** 'in', or the code of the refusal. */
  const attempt = (login: string, password: string, origin: AttemptOrigin = HOME): Promise<string> =>
    sessions.verify(login, password, origin).then(
      () => 'in',
      (error: { code?: string; status?: number }) => error.code ?? String(error.status),
    );
  const times = (
    count: number,
    password: string,
    login = 'caseworker',
    origin: AttemptOrigin = HOME,
  ): Promise<string[]> => Promise.all(Array.from({ length: count }, () => attempt(login, password, origin)));
  const wait = (minutes: number): void => t.clock.set(new Date(t.clock.now().getTime() + minutes * 60_000));
  const checks = (): jest.SpyInstance => jest.spyOn(passwords, 'matches');

  it('are checked no more often when sixty come at once than one after the other, and the right one among the rest opens nothing', async () => {
    const checked = checks();
    const answers = await Promise.all([times(36, 'no'), attempt('caseworker', PASSWORD), times(3, 'no')]);
    expect(checked.mock.calls.length).toBe(ATTEMPTS.free.source + 1);
    const refused = answers.flat().filter((answer) => answer === 'wrong_credentials').length;
    expect([refused, answers.flat().filter((answer) => answer === 'locked_out').length]).toEqual([5, 35]);
    expect(await attempt('caseworker', PASSWORD)).toBe('locked_out');
    expect(checked.mock.calls.length).toBe(ATTEMPTS.free.source + 1);
  });

  it('are answered alike for a login that nobody has: codes, minutes, checks and rows', async () => {
    const seen = async (login: string) => {
      const checked = checks();
      const statements = jest.spyOn(await t.app.get(Connections).of('signIn'), 'query');
      const answers: unknown[] = [];
      for (let n = 0; n < 8; n += 1) answers.push(await t.anonymous.post('/sessions', { login, password: 'no' }));
      const asked = statements.mock.calls.map(([sql]) => sql);
      jest.restoreAllMocks();
      const rows = await t.owner.query(
        'SELECT place, failures, retry_at FROM sign_in_attempt WHERE login_key = sha256($1) ORDER BY 1',
        [Buffer.from(login)],
      );
      return { answers, asked, checked: checked.mock.calls.length, rows };
    };
    const known = await seen('navigator');
    expect(known.answers.at(-1)).toMatchObject({ status: 401, body: { error: { code: 'locked_out' } } });
    expect(await seen('nobody')).toEqual(known);
  });

  it.each(['Caseworker', ' caseworker ', 'ｃａｓｅｗｏｒｋｅｒ'])(
    'count for the login however it is written: %s',
    async (written) => {
      await times(5, 'no', written);
      expect(await attempt('caseworker', PASSWORD)).toBe('locked_out');
    },
  );

  it('of a stranger keep nobody out elsewhere, and of a colleague nobody in a browser they know', async () => {
    await times(10, 'no', 'caseworker', STRANGE);
    expect(await attempt('caseworker', PASSWORD, STRANGE)).toBe('locked_out');
    expect(await attempt('caseworker', PASSWORD, HOME)).toBe('in');

    const device = await sessions.knowDevice(await staffIdOf(t, 'caseworker'));
    await times(10, 'no', 'caseworker', HOME);
    expect(await attempt('caseworker', PASSWORD, HOME)).toBe('locked_out');
    expect(await attempt('caseworker', PASSWORD, { ...HOME, device })).toBe('in');
    // Known to one person, not to another.
    await times(10, 'no', 'navigator', HOME);
    expect(await attempt('navigator', PASSWORD, { ...HOME, device })).toBe('locked_out');
  });

  it('from many addresses together make a new address wait, and a known browser not', async () => {
    const device = await sessions.knowDevice(await staffIdOf(t, 'caseworker'));
    for (let n = 0; n <= ATTEMPTS.free.login; n += 1) await attempt('caseworker', 'no', { address: `203.0.113.${n}` });
    expect(await attempt('caseworker', PASSWORD, HOME)).toBe('locked_out');
    expect(await attempt('caseworker', PASSWORD, { ...HOME, device })).toBe('in');
  });

  it('at a known browser are counted, too', async () => {
    const device = await sessions.knowDevice(await staffIdOf(t, 'caseworker'));
    await times(5, 'no', 'caseworker', { ...HOME, device });
    expect(await attempt('caseworker', PASSWORD, { ...HOME, device })).toBe('locked_out');
    expect(await attempt('caseworker', PASSWORD, STRANGE)).toBe('in');
  });

  it('that succeed are held against nobody: a program may sign in all day', async () => {
    for (let n = 0; n < ATTEMPTS.free.login + 5; n += 1)
      expect(await attempt('caseworker', PASSWORD, { address: `203.0.113.${n}` })).toBe('in');
    expect(await t.owner.query('SELECT DISTINCT failures FROM sign_in_attempt')).toEqual([{ failures: 0 }]);
  });

  it('of somebody who is signed in and tries their own password keep them in and nobody else out', async () => {
    await times(5, 'no', 'caseworker', { address: null });
    expect(await attempt('caseworker', PASSWORD, { address: null })).toBe('locked_out');
    expect(await attempt('caseworker', PASSWORD, HOME)).toBe('in');
  });

  it('are sent away when too many wait already, and have not counted', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    jest.spyOn(passwords, 'matches').mockImplementation(() => held.then(() => false));
    const waiting = Array.from({ length: 62 }, (_, n) => attempt(`somebody${n}`, 'no', { address: `203.0.113.${n}` }));
    const away = await t.app.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      payload: { login: 'caseworker', password: PASSWORD },
    });
    expect([away.statusCode, away.headers['retry-after'], away.json().error.code]).toEqual([503, '5', 'unavailable']);
    expect(
      await t.owner.query('SELECT 1 FROM sign_in_attempt WHERE staff_id = $1', [await staffIdOf(t, 'caseworker')]),
    ).toEqual([]);
    // While all of them wait nobody holds a connection: the pool of the specs has four.
    expect((await t.app.inject('/readyz')).statusCode).toBe(200);
    release();
    await Promise.all(waiting);
    jest.restoreAllMocks();
    expect(await attempt('caseworker', PASSWORD)).toBe('in');
  });

  describe('in the database', () => {
    const stored = async (): Promise<AttemptRecord | undefined> => {
      const [row] = await t.owner.query(
        `SELECT failures, last_at AS "lastAt", retry_at AS "retryAt" FROM sign_in_attempt WHERE place LIKE 'from %'`,
      );
      return row;
    };

    it('wait for those before: what these have counted decides, not what was there when they came', async () => {
      await times(ATTEMPTS.free.source - 1, 'no');
      const begin = `SELECT staff_id IS NOT NULL AS checked FROM auth_begin_attempt('caseworker', $1, '192.0.2.1', NULL, 180, $2, '{4,29,4}', '{1}', 60)`;
      const values = [createHash('sha256').update('caseworker').digest(), t.clock.now()];
      const first = t.owner.createQueryRunner();
      const others = Array.from({ length: 4 }, () => t.owner.createQueryRunner());
      try {
        await first.startTransaction();
        expect(await first.query(begin, values)).toEqual([{ checked: true }]);
        const waiting = Promise.all(others.map((other): Promise<[{ checked: boolean }]> => other.query(begin, values)));
        const waits = async (): Promise<number> =>
          (await t.owner.query('SELECT DISTINCT pid FROM pg_locks WHERE NOT granted')).length;
        while ((await waits()) < others.length) await new Promise((resolve) => setTimeout(resolve, 10));
        await first.commitTransaction();
        expect((await waiting).filter(([{ checked }]) => checked)).toHaveLength(1);
      } finally {
        await first.release();
        for (const other of others) await other.release();
      }
    });

    it('property: stand as the rule says after every history', async () => {
      jest.spyOn(passwords, 'matches').mockResolvedValue(false);
      await fc.assert(
        fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 20 }), async (gaps) => {
          await t.owner.query('DELETE FROM sign_in_attempt');
          let expected: AttemptRecord = { failures: 0, lastAt: null, retryAt: null };
          for (const gap of gaps) {
            wait(gap / 60);
            const may = mayAttempt(expected, t.clock.now());
            expected = afterAttempt(expected, t.clock.now(), 'source');
            expect(await attempt('caseworker', 'no')).toBe(may ? 'wrong_credentials' : 'locked_out');
            expect(await stored()).toEqual(expected);
          }
        }),
        { numRuns: 30 },
      );
    });
  });

  describe('a known browser', () => {
    const knows = async (login: string): Promise<number> => {
      const [{ count }] = await t.owner.query(
        'SELECT count(*)::int FROM known_device WHERE staff_id = $1 AND ended_at IS NULL',
        [await staffIdOf(t, login)],
      );
      return count;
    };

    it('is one in which somebody has signed in, once for each of them; what it shows is signed and opens nothing', async () => {
      const desk = await PageUser.signedIn(t, 'caseworker');
      await desk.signIn('caseworker');
      await desk.signIn('navigator');
      expect([await knows('caseworker'), await knows('navigator')]).toEqual([1, 1]);
      const shown = new RegExp(`${DEVICE_COOKIE}=([^;]+)`).exec(desk.cookieHeader())?.[1] ?? '';
      const [{ token_hash }] = await t.owner.query('SELECT token_hash FROM known_device LIMIT 1');
      expect(decodeURIComponent(shown)).not.toContain(token_hash.toString('hex'));
      const answer = await t.app.inject({ url: '/account', headers: { cookie: `${DEVICE_COOKIE}=${shown}` } });
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in?next=%2Faccount']);
    });

    it('is forgotten with another password, one that is given, and a departure; and half a year after the last time', async () => {
      const id = await staffIdOf(t, 'caseworker2');
      const known = async (): Promise<void> => {
        await sessions.knowDevice(id);
        expect(await knows('caseworker2')).toBe(1);
      };
      await known();
      const user = await t.as('caseworker2');
      expect((await user.put('/account/password', { currentPassword: PASSWORD, newPassword: NEXT })).status).toBe(204);
      expect(await knows('caseworker2')).toBe(0);
      await known();
      const administrator = await t.as('administrator');
      expect((await administrator.post(`/staff/${id}/password-reset`, { password: 'given-by-somebody' })).status).toBe(
        204,
      );
      expect(await knows('caseworker2')).toBe(0);
      await known();
      const { version } = (await administrator.get(`/staff/${id}`)).body;
      expect(
        (
          await administrator.post(`/staff/${id}/departure`, {
            scope: 'organisation',
            leavesOn: '2026-06-30',
            version,
            toQueue: true,
          })
        ).status,
      ).toBeLessThan(300);
      expect(await knows('caseworker2')).toBe(0);

      const device = await sessions.knowDevice(await staffIdOf(t, 'navigator'));
      wait(181 * 24 * 60);
      await times(5, 'no', 'navigator', { ...HOME, device });
      expect(await attempt('navigator', PASSWORD, HOME)).toBe('locked_out');
    });
  });
});
