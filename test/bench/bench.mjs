// `npm run bench`: see README.md beside this file.
import path from 'node:path';
import { build } from '../../src/build/build.mjs';
import { compare } from './compare.mjs';
import { costs } from './cost.mjs';
import { benchDatabase, openBenchServer } from './data/database.mjs';
import { growth } from './growth.mjs';
import { readOptions } from './options.mjs';
import { peopleAtWork } from './people.mjs';
import { rollUpOfAllSites } from './roll-up.mjs';
import { signInUnderLoad } from './sign-in.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');
const options = readOptions(process.argv.slice(2));
await build(root);
const { setLogLevel } = await import('../../dist/src/platform/logging/index.js');
setLogLevel('warn');

const server = await openBenchServer(root, say);
let kept = false;
try {
  const bench = { server, root, options, say, settings: { root, cookieSecret: server.cookieSecret } };
  if (options.growth) kept = await growth(bench);
  else {
    bench.database = await benchDatabase(server, root, options, say);
    bench.settings.database = bench.database;
    kept = await part(bench);
  }
  say(kept ? '\nevery promise is kept' : '\na promise is broken');
} finally {
  await server.stop();
}
process.exit(kept ? 0 : 1);

/** The part that was asked for; all jobs beside their opponents, and the roll-up, unless one was. */
async function part(bench) {
  if (options.cost) return (await costs(bench)).size > 0;
  if (options.people > 0) return peopleAtWork(bench);
  if (options['sign-in']) return signInUnderLoad(bench);
  if (options['roll-up']) return rollUpOfAllSites(bench);
  const kept = await compare(bench);
  return options.jobs.length > 0 ? kept : (await rollUpOfAllSites(bench)) && kept;
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
