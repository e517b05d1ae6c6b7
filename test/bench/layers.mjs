// How fast each of them is on one job, in turns; and what a request costs them in processor time, which no neighbour falsifies.
import { press } from './load.mjs';
import { backendsOf, spentByProcess } from './opponents.mjs';
import { spentBy } from './processor.mjs';

/**
 * @typedef {{name: string, port: number, pid: number, database: {adminUrl: string, name: string}, request: (job: object, n: number) => object}} Layer
 * @param {Layer[]} layers in turn
 * @returns {Promise<Map<string, {perSecond: number, p50: number, p95: number, database: number, node: number}>>} median of the rounds; milliseconds
 */
export async function inTurns(layers, job, { connections, seconds, rounds }) {
  const found = new Map(layers.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const layer of layers) {
      const one = await pressed(layer, job, { connections, seconds: round === 0 ? Math.min(seconds, 2) : seconds });
      // The first round warms up: plans, caches, the compiler.
      if (round > 0) found.get(layer.name).push(one);
    }
  }
  return new Map([...found].map(([name, runs]) => [name, middle(runs)]));
}

async function pressed({ port, pid, database, request }, job, { connections, seconds }) {
  const backends = await backendsOf(database.adminUrl, database.name);
  const spent = () => backends.reduce((sum, backend) => sum + spentQuietly(backend), 0);
  const before = { database: spent(), node: spentByProcess(pid) };
  let n = 0;
  const run = await press({ port, connections, seconds, request: () => request(job, n++) });
  return {
    ...run,
    database: (spent() - before.database) / run.answered,
    node: (spentByProcess(pid) - before.node) / run.answered,
  };
}

/** A backend that ended in between spent what it spent. */
function spentQuietly(backend) {
  try {
    return spentBy(backend);
  } catch {
    return 0;
  }
}

const middle = (runs) => runs.toSorted((one, other) => one.perSecond - other.perSecond)[Math.floor(runs.length / 2)];
