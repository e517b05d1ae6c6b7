import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { projectRoot } from '../support/run.js';
import { type CallSite, readSources, type Sources } from './sql-rows/call-sites.js';
import { differences } from './sql-rows/compare.js';
import { type Column, described } from './sql-rows/described.js';

/**
 * Where what is put together at run time is more than a condition or a limit, so that the sources do not tell the columns. What
 * these answer is held by the specs of their endpoints alone. The list may only get shorter.
 */
const COMPOSED: readonly string[] = [
  // A column for each figure that is wanted, named and read back by Results; figures.spec and the one-pass specs count through it.
  'src/indicators/figures.repository.ts pass',
];

describe('rows of SQL', () => {
  let database: FreshDatabase;
  let client: pg.Client;
  let sources: Sources;
  const answered = new Map<CallSite, readonly Column[] | Error>();

  beforeAll(async () => {
    database = await freshDatabase();
    client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    sources = readSources(projectRoot());
    for (const site of sources.callSites) answered.set(site, await firstDescribed(site.texts));
  }, 600_000);
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const firstDescribed = async (texts: readonly string[]): Promise<readonly Column[] | Error> => {
    let refused = new Error('no text');
    for (const text of texts) {
      const answer = await described(client, text).catch((error: Error) => error);
      if (!(answer instanceof Error)) return answer;
      refused = answer;
    }
    return refused;
  };

  it('are declared with the columns and types that PostgreSQL answers on the migrated schema', () => {
    const wrong = [...answered].flatMap(([site, columns]) => {
      if (columns instanceof Error) return site.whole ? [`${site.place} ${columns.message}`] : [];
      return differences(site.row, columns, sources.checker).map((difference) => `${site.place} ${difference}`);
    });
    expect(wrong).toEqual([]);
    expect(answered.size).toBeGreaterThan(90);
  });

  it('come from statements whose columns the sources tell, but for the named few', () => {
    const composed = [...answered].filter(([, columns]) => columns instanceof Error).map(([{ name }]) => name);
    expect([...new Set(composed)].sort()).toEqual(COMPOSED);
  });
});
