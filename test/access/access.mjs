// npm run test:access: every route × kind of actor × situation, and the same actors straight at the database. Among the other tests a part of it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'access-'));
const report = join(folder, 'walks');
writeFileSync(report, '');
// What stands behind the command may be named, to walk it alone: npm run test:access -- matrix-categories
const named = process.argv.slice(2).map((name) => `test/access/${name}`);
const jest = [
  'node_modules/jest/bin/jest.js',
  '-c',
  'test/jest.config.cjs',
  ...(named.length > 0 ? named : ['test/access']),
];
const { status } = spawnSync(process.execPath, jest, {
  stdio: 'inherit',
  env: { ...process.env, ACCESS: 'all', ACCESS_REPORT: report },
});

const walks = readFileSync(report, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
rmSync(folder, { recursive: true });
const leaks = walks.flatMap((walk) => walk.leaks);
for (const leak of leaks) console.log(leak);
for (const { name, cells } of walks) console.log(`${String(cells).padStart(8)}  ${name}`);
console.log(`access: ${walks.reduce((sum, { cells }) => sum + cells, 0)} cells, leaks: ${leaks.length}`);
// A walk that broke before it counted is no walk without leaks.
process.exit(status === 0 && leaks.length === 0 && walks.length > 0 ? 0 : 1);
