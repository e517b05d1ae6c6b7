import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js';
import { testServer } from '../../../test/support/embedded.js';
import { ConfigurationError, readConfig } from '../config/index.js';
import { execute, prepareServer, withDatabase } from './embedded/index.js';
import { OWNER_ROLE } from './embedded/roles.js';
import { openDatabase } from './open-database.js';

describe('a database server that others run', () => {
  let database: FreshDatabase;
  beforeAll(async () => (database = await freshDatabase()));
  afterAll(() => database.drop());
  const open = (env: NodeJS.ProcessEnv) =>
    openDatabase(
      readConfig({ COOKIE_SECRET: 'for-specs-only-for-specs-only-32', ...env }, '/nowhere'),
      () => undefined,
    );

  it('is used as it is, and left running', async () => {
    const opened = await open({ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl });
    expect(opened).toMatchObject({ appUrl: database.appUrl, ownerUrl: database.ownerUrl, embedded: false });
    await opened.stop();
    expect(await execute(database.appUrl, ['SELECT 1'])).toBe(1);
  });

  it('is refused without an owner, with the SQL that makes the roles', async () => {
    const refusal = open({ DATABASE_URL: database.appUrl });
    await expect(refusal).rejects.toThrow(ConfigurationError);
    await expect(refusal).rejects.toThrow(
      /DATABASE_OWNER_URL is not[^]*CREATE ROLE team_support_owner LOGIN[^]*CREATE ROLE team_support_app LOGIN NOINHERIT[^]*NOBYPASSRLS[^]*CREATE DATABASE/,
    );
  });

  it('is refused without a secret for the cookies', async () => {
    await expect(
      open({ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, COOKIE_SECRET: '' }),
    ).rejects.toThrow(/COOKIE_SECRET/);
  });

  it.each(['superuser', 'owner'])('is refused under the %s, whom row-level security does not hold', async (who) => {
    const url = who === 'owner' ? database.ownerUrl : withDatabase((await testServer()).adminUrl, database.name);
    await expect(open({ DATABASE_URL: url, DATABASE_OWNER_URL: database.ownerUrl })).rejects.toThrow(
      /must sign in as team_support_app/,
    );
  });
});

describe('preparing a new server', () => {
  it('makes the database that the addresses name, and does nothing the second time', async () => {
    const server = await testServer();
    const [ownerUrl, appUrl] = [withDatabase(server.ownerUrl, 'prepared'), withDatabase(server.appUrl, 'prepared')];
    for (let time = 0; time < 2; time += 1) await prepareServer(server.adminUrl, ownerUrl, appUrl);
    const ownership = `SELECT 1 FROM pg_database WHERE datname = 'prepared' AND pg_get_userbyid(datdba) = '${OWNER_ROLE}'`;
    expect(await execute(appUrl, [ownership])).toBe(1);
  });
});
