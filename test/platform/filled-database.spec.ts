import { randomBytes } from 'node:crypto';
import { dropDatabase, execute } from '../../src/platform/database/embedded/index.js';
import { filledDatabase } from '../../src/platform/database/filled-database.js';
import { type TestServer, testServer } from '../support/embedded.js';

describe('a database that can be made again', () => {
  const name = `spec_${randomBytes(6).toString('hex')}`;
  let server: TestServer;
  let filled = 0;

  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => dropDatabase(server.adminUrl, name));

  const open = (fingerprint: string, goesWrong = false) =>
    filledDatabase(server, name, fingerprint, async ({ ownerUrl }) => {
      filled += 1;
      await execute(ownerUrl, ['CREATE TABLE thing (id int)', `INSERT INTO thing VALUES (${filled})`]);
      if (goesWrong) throw new Error('interrupted');
    });
  const things = async (which: number) =>
    execute((await open('second')).ownerUrl, [`SELECT 1 FROM thing WHERE id = ${which}`]);

  it('is filled once from the same, and anew from something else', async () => {
    await open('first');
    await open('first');
    expect(filled).toBe(1);
    await open('second');
    expect(filled).toBe(2);
    expect(await things(2)).toBe(1);
  });

  it('is not taken for filled when filling was interrupted', async () => {
    await expect(open('third', true)).rejects.toThrow('interrupted');
    await open('third');
    expect(filled).toBe(4);
  });
});
