import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { movableClock } from '#kernel';
import { placed, readCompose, type Service } from '../installation/compose.mjs';
import { execute } from '../../src/platform/database/embedded/index.js';
import { createWeb } from '../../src/web.js';
import { ApiUser } from '../support/application.js';
import { type BareServer, startBareServer } from '../support/bare-server.js';
import { copyCheckout } from '../support/checkout.js';
import { projectRoot } from '../support/run.js';

/** Compiling takes most of it. */
jest.setTimeout(240_000);

const FIRST = { login: 'saisho', password: 'hajime-no-kotoba' };
const VARIABLES = {
  POSTGRES_PASSWORD: 'of-the-superuser',
  OWNER_PASSWORD: 'of-the-owner',
  APP_PASSWORD: 'of-the-application',
  SIGN_IN_PASSWORD: 'of-the-sign-in',
  REPORT_PASSWORD: 'of-the-reports',
  WORKER_PASSWORD: 'of-the-worker',
  BACKUP_PASSWORD: 'of-the-backups',
  BACKUP_PASSPHRASE: 'of-a-backup',
  REDIS_PASSWORD: 'of-redis',
  COOKIE_SECRET: 'hOQ2tq7mXr0wZbKJ9c4Vn8sLdPfGyUeA',
  FIRST_ADMIN_LOGIN: FIRST.login,
  FIRST_ADMIN_PASSWORD: FIRST.password,
  CERTIFICATE_FILE: '/nowhere.pem',
};

describe('the command and the settings that compose gives the migration', () => {
  let server: BareServer;
  let root: string;
  let migration: Service;
  let settings: Readonly<Record<string, string>>;
  beforeAll(async () => {
    server = await startBareServer('office', VARIABLES.POSTGRES_PASSWORD);
    // As an administrator sets a server that logs what is done on it, and what fails.
    for (const [name, value] of [
      ['log_statement', 'all'],
      ['log_min_error_statement', 'error'],
      ['log_min_duration_statement', '0'],
    ])
      await execute(server.adminUrl, [`ALTER ROLE postgres SET ${name} = '${value}'`]);
    root = copyCheckout();
    const build = "import('./src/build/build.mjs').then(({ build }) => build(process.cwd()))";
    execFileSync(process.execPath, ['--eval', build], { cwd: root, stdio: 'ignore' });
    const { migrate } = readCompose(projectRoot(), VARIABLES);
    if (migrate === undefined) throw new Error('compose has no migration');
    migration = migrate;
    settings = placed(migrate.environment, { 'postgres:5432': `127.0.0.1:${server.port}` });
  });
  afterAll(() => server.stop());

  /** @returns its last line */
  const migrate = (): object => {
    const [program = '', ...words] = migration.command;
    const lines = execFileSync(program, words, { cwd: root, env: { PATH: process.env.PATH, ...settings } }).toString();
    return JSON.parse(lines.trimEnd().split('\n').at(-1) ?? '') as object;
  };

  it('make roles, database and first administrator on a server that has nothing, who signs in and chooses a password', async () => {
    const steps: unknown = expect.arrayContaining(['CreateFoundation1000000000001']);
    expect(migrate()).toMatchObject({ msg: 'migrated', steps, firstAdministrator: true });
    const app = await createWeb({
      root: projectRoot(),
      database: {
        appUrl: settings['DATABASE_URL'] ?? '',
        signInUrl: settings['DATABASE_SIGN_IN_URL'] ?? '',
        reportUrl: settings['DATABASE_REPORT_URL'] ?? '',
      },
      cookieSecret: VARIABLES.COOKIE_SECRET,
      clock: movableClock(new Date()),
      poolSize: 2,
    });
    try {
      const { status, body } = await new ApiUser(app, undefined).post('/sessions', FIRST);
      expect(status).toBe(201);
      const administrator = new ApiUser(app, body.token);
      expect((await administrator.get('/site')).body.error.code).toBe('password_change_required');
      const chosen = { currentPassword: FIRST.password, newPassword: 'jibun-no-kotoba' };
      expect((await administrator.put('/account/password', chosen)).status).toBe(204);
      expect((await administrator.get('/site')).status).toBe(200);
      // An update runs the same command again: nobody is made twice, and the password that was chosen stays.
      expect(migrate()).toMatchObject({ msg: 'migrated', steps: [], firstAdministrator: false });
      expect((await new ApiUser(app, undefined).post('/sessions', FIRST)).status).toBe(401);
      expect((await administrator.get('/staff')).body.items).toHaveLength(1);
    } finally {
      await app.close();
    }
  });

  it('make the role that the worker takes its backups with', async () => {
    const { worker } = readCompose(projectRoot(), VARIABLES);
    const { DATABASE_BACKUP_URL = '' } = placed(worker?.environment ?? {}, {
      'postgres:5432': `127.0.0.1:${server.port}`,
    });
    expect(await execute(DATABASE_BACKUP_URL, ['SELECT 1 FROM site'])).toBe(1);
  });

  it('leave no password in the log of a server that logs every statement', async () => {
    await execute(server.adminUrl, ['SELECT 1 AS this_is_logged']);
    const log = readFileSync(server.logFile, 'utf8');
    expect(log).toContain('this_is_logged');
    const ofRoles = /^(OWNER|APP|SIGN_IN|REPORT|WORKER|BACKUP)_PASSWORD$/;
    for (const [, password] of Object.entries(VARIABLES).filter(([name]) => ofRoles.test(name)))
      expect(log).not.toContain(password);
  });
});
