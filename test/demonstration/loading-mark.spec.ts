import { DataSource } from 'typeorm';
import { markLoaded, markLoading, prepareForDemonstration } from '../../src/demonstration/city/loading-mark.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { found, MIHON } from '../support/sites.js';

describe('whether the demonstration may be loaded', () => {
  let database: FreshDatabase;
  let owner: DataSource;

  beforeEach(async () => {
    database = await freshDatabase();
    owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
  });
  afterEach(async () => {
    await owner.destroy();
    await database.drop();
  });

  it('an empty database may be given it', async () => {
    expect(await prepareForDemonstration(owner)).toBe('free');
  });

  it('a database with a site of its own is left alone', async () => {
    await found(database.ownerUrl, MIHON);
    expect(await prepareForDemonstration(owner)).toBe('in_use');
    expect(await owner.query('SELECT code FROM site')).toEqual([{ code: 'mihon' }]);
  });

  it('what a killed load left behind is removed, and it begins anew', async () => {
    await markLoading(owner);
    await found(database.ownerUrl, MIHON);
    expect(await prepareForDemonstration(owner)).toBe('free');
    expect(await owner.query('SELECT 1 FROM site UNION ALL SELECT 1 FROM staff')).toEqual([]);
    await found(database.ownerUrl, MIHON);
    await markLoaded(owner);
    expect(await prepareForDemonstration(owner)).toBe('loaded');
  });
});
