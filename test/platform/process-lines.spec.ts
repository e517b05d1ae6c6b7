import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { addressesOf } from '../../src/platform/database/embedded/index.js';
import { withDatabase } from '../../src/platform/database/embedded/databases.js';
import { emptyDatabase, freshDatabase, type FreshDatabase } from '../support/database.js';
import { testServer } from '../support/embedded.js';
import { compiledCheckout, type Ended, runProgram } from '../support/programs.js';
import { hasRedis, startRedis } from '../support/redis.js';
import { runFolder } from '../support/run.js';

/** The programs are compiled, and some of twenty processes started. */
jest.setTimeout(600_000);

const SECRETS = {
  wrong: 'ein-falsches-Kennwort',
  redis: 'redis-Kennwort-7711',
  cookies: 'Plaetzchen-0123456789-abcdefghijklmnop',
  passphrase: 'Losung-fuer-die-Nacht',
  administrator: 'saisho-no-kotoba',
};
const NOBODY_LISTENS = '127.0.0.1:1';

interface Line {
  readonly level: number;
  readonly time: number;
  readonly msg: string;
  readonly reason?: string;
  readonly err?: { readonly code?: string; readonly stack?: string };
}

describe('what the processes of a server write', () => {
  let root: string;
  let database: FreshDatabase;
  let empty: FreshDatabase;
  let backupUrl: string;
  let redis: { url: string; stop(): Promise<void> } | undefined;
  let secrets: string[];
  beforeAll(async () => {
    root = compiledCheckout();
    [database, empty] = [await freshDatabase(), await emptyDatabase()];
    backupUrl = withDatabase((await testServer()).backupUrl, database.name);
    if (hasRedis()) redis = await startRedis(SECRETS.redis, ['--maxmemory-policy', 'allkeys-lru']);
    const addresses = [...Object.values(addressesOf(database, database.name)), (await testServer()).adminUrl];
    secrets = [...Object.values(SECRETS), ...addresses.map((address) => new URL(address).password)];
  });
  afterAll(async () => {
    await redis?.stop();
    for (const each of [database, empty]) await each.drop();
    rmSync(root, { recursive: true, force: true, maxRetries: 10 });
  });

  const changed = (url: string, change: (address: URL) => void): string => {
    const address = new URL(url);
    change(address);
    return address.href;
  };
  const wrongPassword = (url: string): string => changed(url, (address) => void (address.password = SECRETS.wrong));
  const unreachable = (url: string): string => changed(url, (address) => void (address.host = NOBODY_LISTENS));
  const hidesSecrets = ({ lines }: Ended): void => {
    const printed = lines.join('\n');
    for (const secret of secrets.flatMap((each) => [each, encodeURIComponent(each)]))
      expect(printed).not.toContain(secret);
  };
  /** Every line as the program that reads it gets it. */
  const read = (ended: Ended): Line[] => {
    hidesSecrets(ended);
    return ended.lines.map((line): Line => {
      expect(line).toMatch(/^\{.*\}$/);
      const parsed = JSON.parse(line) as Line;
      expect([typeof parsed.level, typeof parsed.time, typeof parsed.msg]).toEqual(['number', 'number', 'string']);
      return parsed;
    });
  };

  const addressesOfWeb = (): Record<string, string> => ({
    DATABASE_URL: database.appUrl,
    DATABASE_SIGN_IN_URL: database.signInUrl,
    DATABASE_REPORT_URL: database.reportUrl,
  });
  const web = (env: Record<string, string | undefined> = {}, until: RegExp = /the web process is up/): Promise<Ended> =>
    runProgram(root, ['main.js'], { ...addressesOfWeb(), COOKIE_SECRET: SECRETS.cookies, ...env }, { until });
  const worker = (env: Record<string, string | undefined> = {}, until: RegExp = /the worker is up/): Promise<Ended> =>
    runProgram(
      root,
      ['worker.js'],
      { DATABASE_WORKER_URL: database.workerUrl, BACKUP_PASSPHRASE: SECRETS.passphrase, ...env },
      { until },
    );
  const migrate = (env: Record<string, string | undefined> = {}): Promise<Ended> =>
    runProgram(root, ['migrate.js'], {
      DATABASE_OWNER_URL: empty.ownerUrl,
      FIRST_ADMIN_LOGIN: 'first',
      FIRST_ADMIN_PASSWORD: SECRETS.administrator,
      ...env,
    });

  it('is one line of JSON for each thing, from a start with everything right to the end', async () => {
    const [first] = read(await migrate());
    expect(first).toMatchObject({ level: 30, msg: 'migrated', firstAdministrator: true });
    const withRedis = redis === undefined ? {} : { REDIS_URL: redis.url };
    for (const ended of [await web(withRedis), await worker(withRedis)]) {
      expect(read(ended)[0]).toMatchObject({ level: 30, node: process.version });
      expect(ended.code).toBe(0);
    }
  });

  it('holds what a library writes to the console by itself: that this Redis may drop jobs', async () => {
    if (redis === undefined) return;
    const lines = read(await worker({ REDIS_URL: redis.url }, /viction/));
    expect(lines).toContainEqual(expect.objectContaining({ level: 40, msg: expect.stringContaining('noeviction') }));
  });

  it.each([
    ['a wrong password', wrongPassword, /PostgreSQL refuses: password authentication failed/],
    ['a server that does not answer', unreachable, /The server at 127\.0\.0\.1:1 does not answer \(ECONNREFUSED\)/],
  ])('is one line with a sentence about %s of the database', async (_, spoil, sentence) => {
    const spoilt = spoil(database.appUrl);
    const all = await Promise.all([
      web({ DATABASE_URL: spoilt }),
      worker({ DATABASE_WORKER_URL: spoil(database.workerUrl) }),
      migrate({ DATABASE_OWNER_URL: spoil(empty.ownerUrl) }),
    ]);
    for (const ended of all) {
      const lines = read(ended);
      expect([ended.code, lines.length]).toEqual([1, 1]);
      expect(lines[0]).toMatchObject({ level: 60, reason: expect.stringMatching(sentence) });
      expect(lines[0]?.err).toBeUndefined();
    }
  });

  it.each<[string, () => Record<string, string>, RegExp]>([
    ['COOKIE_SECRET', () => ({ COOKIE_SECRET: SECRETS.cookies.slice(0, 20) }), /COOKIE_SECRET must be 32/],
    [
      'an address',
      () => ({ DATABASE_URL: `postgres://team_support_app:${SECRETS.wrong}#@db/team_support` }),
      /DATABASE_URL must be/,
    ],
    ['the role', () => ({ DATABASE_URL: database.ownerUrl }), /must sign in as team_support_app/],
  ])('is one line that names the setting and not its value: %s', async (_, env, sentence) => {
    const lines = read(await web(env()));
    expect(lines).toEqual([expect.objectContaining({ level: 60, reason: expect.stringMatching(sentence) })]);
    expect(JSON.stringify(lines)).not.toContain(SECRETS.cookies.slice(0, 20));
  });

  it('is one line about a first password that would not do', async () => {
    const another = await freshDatabase();
    try {
      const lines = read(
        await migrate({
          DATABASE_OWNER_URL: another.ownerUrl,
          FIRST_ADMIN_PASSWORD: 'kurz-7',
        }),
      );
      expect(lines).toEqual([expect.objectContaining({ level: 60, reason: expect.stringMatching(/password/i) })]);
      expect(JSON.stringify(lines)).not.toContain('kurz-7');
    } finally {
      await another.drop();
    }
  });

  it.each(hasRedis() ? ['a wrong password', 'a store that does not answer'] : ['a store that does not answer'])(
    'goes on in JSON with %s of Redis, without the password',
    async (what) => {
      const right = redis?.url ?? `redis://:${SECRETS.redis}@${NOBODY_LISTENS}`;
      const spoilt = what === 'a wrong password' ? wrongPassword(right) : unreachable(right);
      const lines = read(await worker({ REDIS_URL: spoilt }, /"level":[456]0.*\n(.*\n)+/));
      expect(lines.some(({ level, err }) => level >= 40 && err !== undefined)).toBe(true);
      read(await web({ REDIS_URL: spoilt }));
    },
  );

  it('is a line with its stack about a backup that fails, and no passphrase', async () => {
    const folder = mkdtempSync(path.join(runFolder(), 'nights-'));
    const ended = await worker(
      { BACKUP_FOLDER: folder, DATABASE_BACKUP_URL: wrongPassword(backupUrl) },
      /what is due could not be made/,
    );
    const lines = read(ended);
    // It was asked to end while it began, and did so in order.
    expect(ended.code).toBe(0);
    const failed = lines.find(({ msg }) => msg === 'what is due could not be made');
    expect(failed).toMatchObject({ level: 50, topic: 'backup.nightly', err: { code: '28P01' } });
    expect(failed?.err?.stack).toMatch(/\n {4}at /);
  });

  it.each([
    ['backup', ['backup', 'somewhere.backup'], /^PostgreSQL refuses: password authentication failed/],
    ['restore', ['restore', 'nowhere.backup'], /nowhere\.backup/],
    ['found-site', ['found-site', 'nowhere.yaml'], /^nowhere\.yaml cannot be used \(ENOENT\)/],
  ])('is a sentence for whoever sits at the console: %s', async (_, words, sentence) => {
    const env = { DATABASE_OWNER_URL: wrongPassword(database.ownerUrl), BACKUP_PASSPHRASE: SECRETS.passphrase };
    const ended = await runProgram(root, ['cli.js', ...words], env);
    hidesSecrets(ended);
    expect([ended.code, ended.lines.length]).toEqual([1, 1]);
    expect(ended.lines[0]).toMatch(sentence);
  });
});
