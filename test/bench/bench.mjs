// `npm run bench`: see README.md beside this file.
import path from 'node:path';
import { build } from '../../src/build/build.mjs';
import { compare } from './compare.mjs';
import { costs } from './cost.mjs';
import { benchDatabase, openBenchServer } from './data/database.mjs';
import { readOptions } from './options.mjs';
import { peopleAtWork } from './people.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');
const options = readOptions(process.argv.slice(2));
build(root);
const { setLogLevel } = await import('../../dist/src/platform/logging/index.js');
setLogLevel('warn');

const server = await openBenchServer(root, say);
let kept = false;
try {
  const database = await benchDatabase(server, root, options, say);
  const settings = { root, databaseUrl: database.appUrl, cookieSecret: server.cookieSecret };
  if (options.cost) {
    await costs({ database, settings, options, say });
    kept = true;
  } else if (options.people > 0) {
    kept = await peopleAtWork({ server, database, settings, options, say });
  } else {
    kept = (await compare({ server, database, settings, options, say })).kept;
    say(kept ? '\nevery promise is kept' : '\na promise is broken');
  }
} finally {
  await server.stop();
}
process.exit(kept ? 0 : 1);

function say(text) {
  process.stdout.write(`${text}\n`);
}
