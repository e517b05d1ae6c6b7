// `npm run bench:peer`: the application beside Directus on the same rows; see ../README.md.
import http from 'node:http';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { build } from '../../../src/build/build.mjs';
import { Application } from '../application.mjs';
import { benchDatabase, cleanUp, openBenchServer, withClient } from '../data/database.mjs';
import { NAMES_IN_ROW } from '../data/names-in-row.mjs';
import { TODAY, WRITTEN } from '../data/sites.mjs';
import { prepareJobs } from '../jobs.mjs';
import { press, send } from '../load.mjs';
import { Opponents } from '../opponents.mjs';
import { readOptions } from '../options.mjs';
import { install, start } from './directus.mjs';

/** How much faster the application has to be. */
const PROMISES = { insert: 8, 'site list': 5, 'default list': 5, 'a number of the month': 30 };
/** Numbers a month of the bench's plan has: forty indicators, for the month and for the year so far. */
const NUMBERS_OF_A_MONTH = 80;
const PAGE = 50;

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const options = readOptions(process.argv.slice(2));
build(root);
const { setLogLevel } = await import('../../../dist/src/platform/logging/index.js');
setLogLevel('warn');
const server = await openBenchServer(root, say);
const opponents = new Opponents();
let peer;
let kept = false;
try {
  const folder = install(root, say);
  const database = await benchDatabase(server, root, options, say);
  const copy = await ownCopy(database);
  peer = await start(folder, copy.ownerUrl);
  kept = await compare(database, copy);
} finally {
  peer?.stop();
  opponents.stop();
  await server.stop();
}
process.exit(kept ? 0 : 1);

/** Directus writes tables of its own into the database it serves. */
async function ownCopy(database) {
  const { createDatabase, dropDatabase, withDatabase } =
    await import('../../../dist/src/platform/database/embedded/databases.js');
  const name = `${database.name}_peer`;
  await dropDatabase(server.adminUrl, name);
  await createDatabase(server.adminUrl, name, database.name);
  const adminUrl = withDatabase(server.adminUrl, name);
  await withClient(adminUrl, (client) =>
    client.query(`${NAMES_IN_ROW} GRANT ALL ON SCHEMA public TO team_support_owner; ANALYZE`),
  );
  return { ownerUrl: withDatabase(server.ownerUrl, name), adminUrl };
}

async function compare(database, copy) {
  const settings = { root, database, cookieSecret: server.cookieSecret };
  const application = await Application.start({ ...settings, adminUrl: database.adminUrl });
  const jobs = new Map((await prepareJobs(application, options)).map((job) => [job.slug, job]));
  await application.stop();
  const app = await opponents.start('app-server.mjs', { settings: { ...settings, poolSize: 10 } });
  const asked = await peerRequests(copy);
  const rows = [
    ['insert', jobs.get('log'), asked.insert, 1],
    ['site list', jobs.get('site-list'), asked.siteList, 1],
    ['default list', jobs.get('list'), asked.defaultList, 1],
    ['a number of the month', jobs.get('month'), asked.number, NUMBERS_OF_A_MONTH],
  ];
  say(
    `${'job'.padEnd(24)}${'app/s'.padStart(9)}${'Directus/s'.padStart(12)}${'×'.padStart(8)}${'promised'.padStart(10)}`,
  );
  let all = true;
  for (const [name, job, { steps, check }, times] of rows) {
    check?.(await answersOf(steps));
    const ours = await press({ ...options, port: app.port, request: counting(job.request) });
    const theirs = await pressSteps(steps);
    const ratio = (ours.perSecond * times) / theirs;
    all &&= ratio >= PROMISES[name];
    say(
      `${name.padEnd(24)}${(ours.perSecond * times).toFixed(0).padStart(9)}${theirs.toFixed(0).padStart(12)}${ratio.toFixed(1).padStart(8)}${`≥ ${PROMISES[name]}`.padStart(10)}${ratio >= PROMISES[name] ? '' : '  MISSED'}`,
    );
  }
  await cleanUp(database);
  return all;
}

function counting(request) {
  let n = 0;
  return () => request(n++);
}

/**
 * What a client asks Directus for the same screen. Its rows come with what they refer to; the last contact of fifty people is one
 * more request, and so are the cases of a team, as it filters by no relation that points the other way.
 */
async function peerRequests({ adminUrl }) {
  const one = async (text) => (await withClient(adminUrl, (client) => client.query(text))).rows[0];
  const { site, org, staff } = await one(
    `SELECT s.id AS staff, s.organisation_id AS org, h.site_id AS site FROM staff s JOIN staff_site h ON h.staff_id = s.id WHERE s.login = 'caseworker0-1'`,
  );
  const { case: supportCase, jobseeker } = await one(
    `SELECT id AS case, jobseeker_id AS jobseeker FROM support_case WHERE site_id = ${site} AND status = 'active' LIMIT 1`,
  );
  const headers = { authorization: `Bearer ${peer.token}` };
  const get = (collection, query) => ({
    method: 'GET',
    path: `/items/${collection}?${new URLSearchParams(query)}`,
    headers,
  });
  const fields =
    'id,number,status,status_since,programme_id.name,desk_id.name,jobseeker_id.id,jobseeker_id.family_name,jobseeker_id.given_name,jobseeker_id.family_kana,jobseeker_id.given_kana,jobseeker_id.birth_date';
  const cases = (filter) => () =>
    get('support_case', { fields, sort: 'jobseeker_id.kana_key,id', limit: PAGE, filter: JSON.stringify(filter) });
  const open = { site_id: { _eq: site }, status: { _neq: 'closed' } };
  const lastContacts = ([list]) =>
    get('consultation', {
      'aggregate[max]': 'held_on',
      groupBy: 'jobseeker_id',
      limit: PAGE,
      filter: JSON.stringify({ jobseeker_id: { _in: list.data.map((row) => row.jobseeker_id.id) } }),
    });
  const fifty = (answers) => {
    const list = answers.find(({ data }) => data.length === PAGE);
    if (list === undefined) throw new Error('the list of Directus does not hold fifty rows');
  };
  return {
    insert: {
      steps: [
        () => ({
          method: 'POST',
          path: '/items/consultation',
          headers,
          body: JSON.stringify({
            id: randomUUID(),
            site_id: site,
            org_id: org,
            jobseeker_id: jobseeker,
            support_case_id: supportCase,
            held_on: TODAY,
            kind: 'vocational',
            channel: 'desk',
            shared_text: WRITTEN,
            author_id: staff,
          }),
        }),
      ],
    },
    siteList: { steps: [cases(open), lastContacts], check: fifty },
    defaultList: {
      steps: [
        () =>
          get('case_assignment', {
            fields: 'support_case_id',
            limit: -1,
            filter: JSON.stringify({ staff_id: { _eq: staff }, ends_on: { _null: true } }),
          }),
        ([mine]) => cases({ ...open, id: { _in: mine.data.map((row) => row.support_case_id) } })(),
        ([, list]) => lastContacts([list]),
      ],
      check: fifty,
    },
    number: {
      steps: [
        () =>
          get('consultation', {
            'aggregate[countDistinct]': 'jobseeker_id',
            filter: JSON.stringify({ site_id: { _eq: site }, held_on: { _between: ['2026-05-01', '2026-05-31'] } }),
          }),
      ],
    },
  };
}

async function answersOf(steps, agent = new http.Agent()) {
  const answers = [];
  for (const step of steps) answers.push(JSON.parse(await send(agent, peer.port, step(answers))));
  return answers;
}

/** Screens a second, each as many requests as it takes. */
async function pressSteps(steps) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: options.connections });
  const began = performance.now();
  const end = began + options.seconds * 1000;
  let screens = 0;
  const one = async () => {
    while (performance.now() < end) {
      await answersOf(steps, agent);
      screens += 1;
    }
  };
  await Promise.all(Array.from({ length: options.connections }, one));
  agent.destroy();
  return (screens * 1000) / (performance.now() - began);
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
