import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { migrate, revertNewest } from '../../src/platform/database/migrate.js';
import { emptyDatabase, type FreshDatabase } from '../support/database.js';
import { POSTGRES_VERSIONS } from '../support/oldest-server.js';
import { schemaOf } from './schema.js';

describe.each(POSTGRES_VERSIONS)('migrations on PostgreSQL %i', (version) => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await emptyDatabase(version);
  });
  afterAll(() => database.drop());

  it('run up, down to nothing and up again to the same schema', async () => {
    await migrate(database.ownerUrl);
    const first = await schemaOf(database.ownerUrl);
    for (const _ of migrations) await revertNewest(database.ownerUrl);
    expect(await schemaOf(database.ownerUrl)).toEqual([]);
    await migrate(database.ownerUrl);
    expect(await schemaOf(database.ownerUrl)).toEqual(first);
  });

  it('are tried on that version', async () => {
    const server = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    const [{ server_version_num: number }] = await server.query('SHOW server_version_num');
    await server.destroy();
    expect(Math.floor(Number(number) / 10_000)).toBe(version);
  });

  it('run nothing when everything has run', async () => {
    expect(await migrate(database.ownerUrl)).toEqual([]);
  });
});
