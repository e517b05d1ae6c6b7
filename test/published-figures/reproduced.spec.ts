import { NestFactory } from '@nestjs/core';
import { resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { frozenClock } from '#kernel';
import { AppModule } from '../../src/app.module.js';
import {
  computeFigures,
  LAST_DAY,
  openFigure,
  readFigures,
  summaryOf,
  tableOf,
} from '../../src/demonstration/index.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { NAKANO_LOADED } from './nakano.js';
import { workerAlone } from '../../src/platform/database/connections.js';

/** 中野 as loaded through the services; `npm run published-figures` does the same for all five sites. */
describe('the figures 中野 published', () => {
  const figures = readFigures(resolve('.')).filter(({ site }) => site === 'nakano');
  let database: FreshDatabase;
  let app: INestApplicationContext;

  beforeAll(async () => {
    database = await freshDatabase(NAKANO_LOADED);
    const module = AppModule.with({
      database: workerAlone(database.workerUrl),
      clock: frozenClock(LAST_DAY),
      poolSize: 1,
    });
    app = await NestFactory.createApplicationContext(module, { logger: ['error', 'warn'], abortOnError: false });
  }, 180_000);
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('are computed by the application, each beside the printed one', async () => {
    const computed = await computeFigures(app, figures);
    expect(computed.filter(({ reproduced }) => !reproduced)).toEqual([]);
    expect(summaryOf(computed)).toBe(`reproduced ${figures.length} of ${figures.length}`);
    expect(tableOf(computed)).toHaveLength(figures.length + 1);
  });

  it('differ when another number is printed', async () => {
    const misprinted = figures.map((figure) => ({ ...figure, number: figure.number + 1 }));
    expect(summaryOf(await computeFigures(app, misprinted))).toBe(`reproduced 0 of ${figures.length}`);
  });

  it('open to the people: 17 placed and 10 planned in April 2012, 12 of the placed without a plan of that month', async () => {
    const [april] = (await openFigure(app, figures, 'NKN-4')).filter(({ figure }) => figure.from === '2012-04-01');
    const [numerator, denominator] = april?.parts ?? [];
    expect(april?.viewer.role).toBe('supervisor');
    expect(numerator?.opened).toMatchObject({
      fact: 'placement',
      seen: { records: 17, people: 17 },
      counted: 17,
      withheld: { lessThan: 3 },
    });
    expect(denominator?.opened).toMatchObject({
      fact: 'plan',
      seen: { records: 10, people: 10 },
      counted: 10,
      withheld: { lessThan: 3 },
    });
    const placed = numerator?.opened.records ?? [];
    expect(placed.map(({ name }) => name)).toEqual(
      Array.from({ length: 17 }, () => expect.stringMatching(/^\S+ \S+$/)),
    );
    expect(new Set(placed.map(({ number }) => number)).size).toBe(17);
    const planned = new Set(denominator?.opened.records.map(({ jobseekerId }) => jobseekerId));
    expect(placed.filter(({ jobseekerId }) => !planned.has(jobseekerId))).toHaveLength(12);
    expect(april?.notes).toEqual([expect.stringContaining('分子のうち12人は、分母に含まれません')]);
  });
});
