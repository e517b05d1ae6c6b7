import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js';
import { testServer } from '../../../test/support/embedded.js';
import { ConfigurationError, readConfig } from '../config/index.js';
import { addressesOf, execute, prepareServer } from './embedded/index.js';
import { withDatabase } from './embedded/databases.js';
import { OWNER_ROLE } from './embedded/roles.js';
import { openDatabase } from './open-database.js';

const settingsOf = ({ appUrl, ownerUrl, signInUrl, reportUrl, workerUrl }: FreshDatabase): NodeJS.ProcessEnv => ({
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL: ownerUrl,
  DATABASE_SIGN_IN_URL: signInUrl,
  DATABASE_REPORT_URL: reportUrl,
  DATABASE_WORKER_URL: workerUrl,
});

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
    const opened = await open(settingsOf(database));
    expect(opened).toMatchObject({ appUrl: database.appUrl, ownerUrl: database.ownerUrl, embedded: false });
    await opened.stop();
    expect(await execute(database.appUrl, ['SELECT 1'])).toBe(1);
  });

  it('is refused without an owner, with the SQL that makes the roles', async () => {
    const refusal = open({ DATABASE_URL: database.appUrl });
    await expect(refusal).rejects.toThrow(ConfigurationError);
    await expect(refusal).rejects.toThrow(
      /OWNER_URL, DATABASE_SIGN_IN_URL, DATABASE_REPORT_URL, DATABASE_WORKER_URL as well[^]*ROLE team_support_owner LOGIN[^]*NOBYPASSRLS[^]*CREATE DATABASE/,
    );
  });

  it('is refused without a secret for the cookies', async () => {
    await expect(open({ ...settingsOf(database), COOKIE_SECRET: '' })).rejects.toThrow(/COOKIE_SECRET/);
  });

  it.each(['superuser', 'owner'])('is refused under the %s, whom row-level security does not hold', async (who) => {
    const url = who === 'owner' ? database.ownerUrl : withDatabase((await testServer()).adminUrl, database.name);
    await expect(open({ ...settingsOf(database), DATABASE_URL: url })).rejects.toThrow(
      /must sign in as team_support_app/,
    );
  });
});

describe('preparing a new server', () => {
  it('makes the database that the addresses name, and does nothing the second time', async () => {
    const server = await testServer();
    const addresses = addressesOf(server, 'prepared');
    for (let time = 0; time < 2; time += 1) await prepareServer(server.adminUrl, addresses);
    const ownership = `SELECT 1 FROM pg_database WHERE datname = 'prepared' AND pg_get_userbyid(datdba) = '${OWNER_ROLE}'`;
    expect(await execute(addresses.appUrl, [ownership])).toBe(1);
  });
});
