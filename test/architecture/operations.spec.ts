import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readSiteDescription } from '../../src/founding/index.js';
import { projectRoot } from '../support/run.js';

/** The operator's page says what the program does: what can be read out of it is held to the sources. */
describe('the page for operators', () => {
  const read = (...names: string[]): string => readFileSync(path.join(projectRoot(), ...names), 'utf8');
  const page = read('.github', 'OPERATIONS.md');

  it('names every setting that is read, and none that is not', () => {
    const settings = read('src', 'platform', 'config', 'index.ts').matchAll(/(?:env\['|From\(env, ')([A-Z_]+)'/g);
    const known = new Set([...settings].map(([, name]) => name));
    expect(known.size).toBeGreaterThan(12);
    const rows = page.split('\n').filter((line) => /^\| `[A-Z_]+`/.test(line));
    const told = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name));
    expect([...new Set(told)].sort()).toEqual([...known].sort());
  });

  it('has an example of a site that can be founded', async () => {
    const example = /```yaml\n([^]*?)```/.exec(page)?.[1] ?? '';
    expect((await readSiteDescription(example)).staff.map(({ organisation }) => organisation)).toEqual([
      'mihon-city',
      'hw-mihon',
    ]);
  });

  it('gives the commands that compose runs', () => {
    const commands = [...read('docker-compose.yml').matchAll(/\[(?:CMD, )?node, (dist\/[\w/.-]+)/g)].map(
      ([, file]) => file,
    );
    expect(commands.length).toBeGreaterThan(2);
    for (const file of commands) expect(page).toContain(`node ${file}`);
  });

  it.each(['README.md', 'README.ja.md'])('is found from %s', (name) => {
    expect(read(name)).toContain('.github/OPERATIONS.md');
  });
});
