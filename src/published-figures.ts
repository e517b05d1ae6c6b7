import 'reflect-metadata';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { frozenClock } from '#kernel';
import { AppModule } from './app.module.js';
import { workerAlone } from './platform/database/connections.js';
import {
  computeFigures,
  fingerprintOf,
  LAST_DAY,
  linesOf,
  loadPublishedSites,
  openFigure,
  readFigures,
  readPublishedPlans,
  recordsFor,
  summaryOf,
  tableOf,
} from './demonstration/index.js';
import { startEmbedded } from './platform/database/embedded/index.js';
import { filledDatabase } from './platform/database/filled-database.js';
import { migrate } from './platform/database/migrate.js';

/**
 * `npm run published-figures`: loads the invented records behind published figures, computes every figure and prints it
 * beside the published one. `-- --open NKN-4` opens a line to its people instead.
 *
 * @param root folder of the checkout
 * @returns whether every figure was reproduced
 */
export async function publishedFigures(root: string, args: string[]): Promise<boolean> {
  const { values } = parseArgs({ args, options: { open: { type: 'string' } } });
  const figures = readFigures(root);
  const sites = recordsFor(readPublishedPlans(root), figures);

  const server = await startEmbedded({ root, dataFolder: path.join(root, 'data', 'published-figures'), log: say });
  try {
    const database = await filledDatabase(server, 'published_figures', fingerprintOf(root, sites), async (empty) => {
      say('Loading the records of five sites through the services; this takes a few minutes once.');
      await migrate(empty.ownerUrl);
      await loadPublishedSites(empty, root, sites, say);
    });
    const module = AppModule.with({
      database: workerAlone(database.workerUrl),
      clock: frozenClock(LAST_DAY),
      poolSize: 1,
    });
    const app = await NestFactory.createApplicationContext(module, { logger: ['error'], abortOnError: false });
    try {
      if (values.open !== undefined) {
        const opened = await openFigure(app, figures, values.open);
        for (const line of opened.flatMap(linesOf)) say(line);
        if (opened.length === 0) say(`No figure is printed as ${values.open}.`);
        return opened.length > 0;
      }
      const computed = await computeFigures(app, figures);
      for (const line of tableOf(computed)) say(line);
      say(summaryOf(computed));
      return computed.every(({ reproduced }) => reproduced);
    } finally {
      await app.close();
    }
  } finally {
    await server.stop();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
