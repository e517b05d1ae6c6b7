import path from 'node:path';
import { mkdirSync, writeFileSync } from 'node:fs';
import { benchDatabase, openBenchServer } from './data/database.mjs';
import { readOptions } from './options.mjs';
import { Application } from './application.mjs';
import { prepareJobs } from './jobs.mjs';
const root = path.resolve(import.meta.dirname, '..', '..');
const options = readOptions([]);
const server = await openBenchServer(root, console.log);
const database = await benchDatabase(server, root, options, console.log);
const app = await Application.start({
  root,
  databaseUrl: database.appUrl,
  adminUrl: database.adminUrl,
  cookieSecret: server.cookieSecret,
});
mkdirSync('/tmp/out', { recursive: true });
for (const job of await prepareJobs(app)) {
  const a = await app.answer(job.request(0));
  writeFileSync(`/tmp/out/${job.slug}.${job.kind === 'json' ? 'json' : 'html'}`, a);
  console.log(job.slug, a.length);
}
await app.stop();
await server.stop();
process.exit(0);
