import { DataSource } from 'typeorm';
import type { SystemActor } from '#access';
import { ROLL_UP } from '#indicators';
import { addDays, frozenClock } from '#kernel';
import { FiguresRepository } from '../../src/indicators/figures.repository.js';
import { PreparingClient } from '../../src/platform/database/prepared-statements.js';
import { UnitOfWork } from '../../src/platform/unit-of-work/index.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { Connections, workerAlone } from '../../src/platform/database/connections.js';

/** The statement of a month differs from plan to plan: kept prepared, they would make a connection's backend grow for good. */
describe('a connection that counts figures of many plans', () => {
  let database: FreshDatabase;
  let app: DataSource;
  beforeAll(async () => {
    database = await freshDatabase();
    app = await new DataSource({
      type: 'postgres',
      url: database.workerUrl,
      poolSize: 1,
      extra: { Client: PreparingClient },
    }).initialize();
  });
  afterAll(async () => {
    await app.destroy();
    await database.drop();
  });

  it('keeps none of their statements, and those of everyday work as before', async () => {
    const work = new UnitOfWork(new Connections(app, workerAlone(database.workerUrl)), frozenClock('2026-06-30'));
    const actor: SystemActor = { kind: 'system', name: 'report', siteIds: [1], organisationIds: [] };
    const kept = (): Promise<string[]> =>
      work.report(actor, async (tx) => {
        const rows = await tx.sql<{ statement: string }>(
          'SELECT statement FROM pg_prepared_statements WHERE statement LIKE $1',
          ['%fact_%'],
        );
        return rows.map(({ statement }) => statement);
      });
    for (let plan = 1; plan <= ROLL_UP.length; plan += 1) {
      const window = { from: addDays('2026-04-01', plan), to: '2026-06-30' };
      const wanted = ROLL_UP.slice(0, plan).map((definition) => ({ definition, window, asOf: '2026-06-30' }));
      await work.report(actor, (tx) => new FiguresRepository().evaluate(tx, 1, wanted));
    }
    expect(await kept()).toEqual([]);
    await work.report(actor, (tx) => tx.sql('SELECT id FROM fact_visit WHERE site_id = $1', [1]));
    expect(await kept()).toEqual(['SELECT id FROM fact_visit WHERE site_id = $1']);
  });
});
