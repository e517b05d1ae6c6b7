import { DataSource } from 'typeorm';
import { type Clock, isIsoDate } from '#kernel';
import { ja } from '#messages';
import type { CountDefinition } from '#indicators';
import { Connections, workerAlone } from '../platform/database/index.js';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import { rollUp } from './roll-up.js';

/**
 * The roll-up of a fiscal year as text: a line of headings, a line for each site, the total; cells parted by tabs.
 * @param appUrl address of the database under the worker's role
 * @throws RangeError when the year or the day is none
 */
export async function rollUpAsText(
  workerUrl: string,
  year: string,
  asOf: string | undefined,
  clock: Clock,
): Promise<string> {
  if (!/^\d{4}$/.test(year)) throw new RangeError(`not a fiscal year: ${year}`);
  if (asOf !== undefined && !isIsoDate(asOf)) throw new RangeError(`not a day: ${asOf}`);
  const database = await new DataSource({ type: 'postgres', url: workerUrl, poolSize: 1 }).initialize();
  try {
    const work = new UnitOfWork(new Connections(database, workerAlone(workerUrl)), clock);
    const { definitions, sites, total } = await rollUp(work, Number(year), asOf);
    const codes = await work.read({ kind: 'system', name: 'report', siteIds: [], organisationIds: [] }, (tx) =>
      tx.sql<{ id: number; code: string }>('SELECT id, code FROM site_head'),
    );
    const codeOf = new Map(codes.map(({ id, code }) => [id, code]));
    return [
      ['', ...definitions.map(heading)],
      ...sites.map(({ siteId, values }) => [codeOf.get(siteId) ?? '', ...values]),
      [ja.figure.rollUp.total, ...total],
    ]
      .map((cells) => `${cells.join('\t')}\n`)
      .join('');
  } finally {
    await database.destroy();
  }
}

function heading({ fact, counting, filters }: CountDefinition): string {
  const name = `${ja.figure.fact[fact]}・${ja.figure.counting[counting]}`;
  return filters.teamSupportOnly === true ? `${ja.figure.rollUp.teamSupport}${name}` : name;
}
