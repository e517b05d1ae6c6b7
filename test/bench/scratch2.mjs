import path from 'node:path';
import { benchDatabase, openBenchServer } from './data/database.mjs';
import { readOptions } from './options.mjs';
import { Application } from './application.mjs';
import { chosen, prepareJobs } from './jobs.mjs';
import { copySessions, twinDatabase } from './twin/database.mjs';
import { Opponents } from './opponents.mjs';
import { difference } from './equality.mjs';
const root = path.resolve(import.meta.dirname, '..', '..');
const options = readOptions(process.argv.slice(2));
const server = await openBenchServer(root, console.log);
const opponents = new Opponents();
try {
  const database = await benchDatabase(server, root, options, console.log);
  const twinDb = await twinDatabase(server, database, console.log);
  const app0 = await Application.start({
    root,
    databaseUrl: database.appUrl,
    adminUrl: database.adminUrl,
    cookieSecret: server.cookieSecret,
  });
  const jobs = chosen(await prepareJobs(app0, options), options.jobs);
  await app0.stop();
  await copySessions(database, twinDb);
  const app = await opponents.start('app-server.mjs', {
    settings: { root, databaseUrl: database.appUrl, cookieSecret: server.cookieSecret, poolSize: 10 },
  });
  const twin = await opponents.start('twin/server.mjs', {
    databaseUrl: twinDb.ownerUrl,
    cookieSecret: server.cookieSecret,
    poolSize: 10,
  });
  import('node:http'); const {send}=await import('./load.mjs'); const http=(await import('node:http')).default; const {writeFileSync}=await import('node:fs');
for (const job of jobs.toSorted((a,b)=>Number(a.writes??false)-Number(b.writes??false))) { if (process.env.DUMP) for (const [n,o] of [['app',app],['twin',twin]]) writeFileSync(`/tmp/out/${job.slug}.${n}`, await send(new http.Agent(), o.port, job.request(0)).catch(e=>e.message)); 
    console.log(job.slug, (await difference(job, app, twin).catch((e) => e.message.slice(0, 600))) ?? 'equal');
  }
} finally {
  opponents.stop();
  await server.stop();
}
process.exit(0);
