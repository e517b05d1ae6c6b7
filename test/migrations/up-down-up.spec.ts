import { migrations } from '../../migrations/index.js';
import { migrate, revertNewest } from '../../src/platform/database/migrate.js';
import { emptyDatabase, type FreshDatabase } from '../support/database.js';
import { schemaOf } from './schema.js';

describe('migrations', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await emptyDatabase();
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

  it('run nothing when everything has run', async () => {
    expect(await migrate(database.ownerUrl)).toEqual([]);
  });
});
