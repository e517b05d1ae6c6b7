// `npm run test:installation`: installations as those make them who have never seen one. `-- newcomers`, `-- office`: one of them alone;
// `-- --one`: the first of the newcomers' four.
import path from 'node:path';
import { newcomers } from './newcomers.mjs';
import { NotRun } from './not-run.mjs';
import { office } from './office.mjs';

const ROWS = { newcomers, office };

const root = path.resolve(import.meta.dirname, '..', '..');
const words = process.argv.slice(2);
const onlyOne = words.includes('--one');
const named = words.filter((word) => !word.startsWith('--'));
const asked = named.length > 0 ? named : onlyOne ? ['newcomers'] : Object.keys(ROWS);
const outcomes = [];
for (const name of asked) {
  if (!Object.hasOwn(ROWS, name)) throw new Error(`${name} is none of ${Object.keys(ROWS).join(', ')}`);
  try {
    const failed = await ROWS[name](root, { onlyOne });
    outcomes.push({
      name,
      failed: failed.length > 0,
      told: failed.length > 0 ? `failed: ${failed.join('; ')}` : 'passed',
    });
  } catch (error) {
    // Asked for by its name, a row that cannot be tried is no success.
    outcomes.push(
      error instanceof NotRun
        ? { name, failed: named.length > 0, told: `not run: ${error.message}` }
        : { name, failed: true, told: `failed: ${error.stack ?? error}` },
    );
  }
  process.stdout.write(`${name}: ${outcomes.at(-1).told}\n`);
}
process.exitCode = outcomes.some(({ failed }) => failed) ? 1 : 0;
