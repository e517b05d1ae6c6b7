import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { movableClock } from '#kernel';
import { AppModule } from '../../app.module.js';
import { workerAlone } from '../../platform/database/index.js';
import type { SiteRecords } from '../published-records/index.js';
import { loadPublishedSite } from './load-published-site.js';

/** A migrated, empty database to be filled. */
export interface EmptyDatabase {
  readonly workerUrl: string;
  readonly ownerUrl: string;
}

/** Name of the import run, in the audit of everything it writes. */
const RUN = 'published-records';

/**
 * Loads sites, each with an application and a clock of its own, so that they can be at different days at the same time.
 * @param root folder of the checkout
 */
export async function loadPublishedSites(
  database: EmptyDatabase,
  root: string,
  sites: readonly SiteRecords[],
  log: (message: string) => void,
): Promise<void> {
  const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
  try {
    await Promise.all(
      sites.map(async (records) =>
        log(await timed(records, () => loadInItsOwnApplication(database, owner, root, records))),
      ),
    );
  } finally {
    await owner.destroy();
  }
}

async function loadInItsOwnApplication(
  { workerUrl }: EmptyDatabase,
  owner: DataSource,
  root: string,
  records: SiteRecords,
): Promise<void> {
  const clock = movableClock(records.inputs[0]?.on ?? new Date());
  const app = await NestFactory.createApplicationContext(
    AppModule.with({ database: workerAlone(workerUrl), clock, poolSize: 1 }),
    {
      logger: ['error'],
      abortOnError: false,
    },
  );
  try {
    await loadPublishedSite({ app, clock, owner, root, importedBy: RUN }, records);
  } finally {
    await app.close();
  }
}

async function timed({ site, inputs }: SiteRecords, work: () => Promise<void>): Promise<string> {
  const begun = performance.now();
  await work();
  return `${site}: ${inputs.length} records loaded in ${((performance.now() - begun) / 1000).toFixed(1)} s`;
}
