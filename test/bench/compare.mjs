// The table of the bench: each job at the application, at the bare server and at the twin, in turns; a miss with its parts.
import { Application } from './application.mjs';
import { cleanUp } from './data/database.mjs';
import { difference } from './equality.mjs';
import { chosen, prepareJobs } from './jobs.mjs';
import { inTurns } from './layers.mjs';
import { Opponents } from './opponents.mjs';
import { recorded } from './record.mjs';
import { copySessions, twinDatabase } from './twin/database.mjs';

const POOL = 10;

/** @returns {Promise<boolean>} whether every promise was kept */
export async function compare({ server, database, settings, options, say }) {
  const opponents = new Opponents();
  try {
    const twinRows = await twinDatabase(server, database, say);
    const { jobs, statements } = await prepared(database, settings, options);
    await copySessions(database, twinRows);
    const app = await opponents.start('app-server.mjs', { settings: { ...settings, poolSize: POOL } });
    const bare = await opponents.start('bare-server.mjs', {
      urls: [database.appUrl, database.signInUrl, database.reportUrl],
      poolSize: POOL,
      jobs: statements,
    });
    const secret = { cookieSecret: settings.cookieSecret, poolSize: POOL };
    const twin = await opponents.start('twin/server.mjs', { databaseUrl: twinRows.ownerUrl, ...secret });
    const walled = await opponents.start('twin/server.mjs', {
      databaseUrl: twinRows.appUrl,
      signInUrl: twinRows.signInUrl,
      ...secret,
    });
    const asked = (job, n) => job.request(n);
    const layers = {
      app: { name: 'app', ...app, database, request: asked },
      bare: {
        name: 'bare',
        ...bare,
        database,
        request: (job, n) => ({ method: 'POST', path: `/${job.slug}`, headers: {}, body: job.request(n).body ?? '{}' }),
      },
      twin: { name: 'twin', ...twin, database: twinRows, request: asked },
      walled: { name: 'walled', ...walled, database: twinRows, request: asked },
    };
    heading(say);
    let kept = true;
    for (const job of jobs) {
      const differs = await difference(job, app, twin).catch((error) => error.message.slice(0, 300));
      const {
        app: ours,
        bare: limit,
        twin: best,
      } = Object.fromEntries(await inTurns([layers.app, layers.bare, layers.twin], job, options));
      const ratios = { twin: ours.perSecond / best.perSecond, bare: ours.perSecond / limit.perSecond };
      const misses = [
        ...(ratios.twin < job.share ? [`≥ ${job.share} of the twin`] : []),
        ...(ratios.bare < job.ofBare ? [`≥ ${job.ofBare} of the bare server`] : []),
        ...(differs === undefined ? [] : [`the same answer as the twin (${differs})`]),
      ];
      line(say, job, { ours, limit, best, ratios, misses });
      if (misses.length > 0) await parts({ say, job, layers, options, known: { ours, limit, best } });
      kept &&= misses.length === 0;
      if (job.writes) for (const rows of [database, twinRows]) await cleanUp(rows);
    }
    return kept;
  } finally {
    opponents.stop();
  }
}

async function prepared(database, settings, options) {
  const application = await Application.start({ ...settings, adminUrl: database.adminUrl });
  try {
    const jobs = chosen(await prepareJobs(application, options), options.jobs);
    const statements = {};
    for (const job of jobs) statements[job.slug] = await recorded(() => application.answer(job.request(0)));
    for (const job of jobs) job.statements = statements[job.slug].length;
    return { jobs, statements };
  } finally {
    await application.stop();
  }
}

const COLUMNS = [
  ['job', 16],
  ['kind', 6],
  ['sql', -4],
  ['app/s', -8],
  ['bare/s', -8],
  ['twin/s', -8],
  ['p95', -8],
  ['pg ms', -8],
  ['twin', -7],
  ['node ms', -8],
  ['twin', -7],
  ['/bare', -7],
  ['≥', -5],
  ['/twin', -7],
  ['≥', -5],
];
const row = (cells) =>
  cells
    .map((cell, index) =>
      COLUMNS[index][1] < 0 ? String(cell).padStart(-COLUMNS[index][1]) : String(cell).padEnd(COLUMNS[index][1]),
    )
    .join('');
const heading = (say) => say(row(COLUMNS.map(([name]) => name)));

function line(say, job, { ours, limit, best, ratios, misses }) {
  say(
    row([
      job.slug,
      job.kind,
      job.statements,
      ours.perSecond.toFixed(0),
      limit.perSecond.toFixed(0),
      best.perSecond.toFixed(0),
      ours.p95.toFixed(1),
      ours.database.toFixed(2),
      best.database.toFixed(2),
      ours.node.toFixed(2),
      best.node.toFixed(2),
      ratios.bare.toFixed(2),
      job.ofBare,
      ratios.twin.toFixed(2),
      job.share,
    ]) + (misses.length > 0 ? '  MISSED' : ''),
  );
  for (const miss of misses) say(`${''.padEnd(22)}promised: ${miss}`);
}

/** Milliseconds of all processors a request takes at each layer, and so what each step from the twin to the application adds. */
async function parts({ say, job, layers, options, known: { ours, limit, best } }) {
  const { walled } = Object.fromEntries(await inTurns([layers.walled], job, { ...options, rounds: 1 }));
  const all = ({ database, node }) => database + node;
  const step = (name, from, to) => `${name} ${to - from >= 0 ? '+' : ''}${(to - from).toFixed(2)}`;
  say(
    `${''.padEnd(22)}processor ms: twin ${all(best).toFixed(2)}, ${[
      step('row-level security', all(best), all(walled)),
      step('our statements and round trips', all(walled), all(limit)),
      step(job.kind === 'page' ? 'framework and rendering' : 'framework', all(limit), all(ours)),
    ].join(', ')} = ${all(ours).toFixed(2)}`,
  );
}
