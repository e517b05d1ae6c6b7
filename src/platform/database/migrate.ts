import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { repeatables } from '../../../migrations/repeatable.js';
import { migrateQueue } from '../queue/migrate-queue.js';
import { applyRepeatables, changedRepeatables, removeRepeatables } from './repeatable-sql.js';

/** Taken while the schema moves, so that two processes that start at once do it one after the other. */
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('team_support migrations', 0))`;

/**
 * Brings the schema up to date: migrations that have not run, then every view, function and policy if one of them or the
 * schema changed. All of it in one transaction: a step that fails leaves the database as it was.
 *
 * @param ownerUrl the owner of the schema
 * @returns names of what ran
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const ran = await withOwner(ownerUrl, async (dataSource) => inOneTransaction(dataSource, bringUpToDate));
  await migrateQueue(ownerUrl);
  return ran;
}

/**
 * Takes back the newest migration.
 * @public what `down` of a migration is for: the test of migrations goes up, down and up again with it
 */
export async function revertNewest(ownerUrl: string): Promise<void> {
  await withOwner(ownerUrl, (dataSource) =>
    inOneTransaction(dataSource, async (runner) => {
      // Below the step that keeps the record of them there are only those that earlier steps take back themselves.
      await removeRepeatables(runner, []);
      await executor(runner).undoLastMigration();
    }),
  );
}

async function bringUpToDate(runner: QueryRunner): Promise<string[]> {
  const steps = executor(runner);
  const pending = await steps.getPendingMigrations();
  const changed = await changedRepeatables(runner, repeatables);
  if (pending.length === 0 && changed.length === 0) return [];
  // A column cannot change its type under a view, nor a function its result under a policy.
  await removeRepeatables(runner, repeatables);
  const ran = await steps.executePendingMigrations();
  // On an empty server the first steps made views and policies of their own, as they did when they landed.
  if (ran.length > 0) await removeRepeatables(runner, repeatables);
  await applyRepeatables(runner, repeatables);
  return [...ran.map(({ name }) => name), ...changed];
}

function executor(runner: QueryRunner): MigrationExecutor {
  const steps = new MigrationExecutor(runner.connection, runner);
  steps.transaction = 'none';
  return steps;
}

async function inOneTransaction<T>(dataSource: DataSource, use: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(LOCK);
    const result = await use(runner);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

async function withOwner<T>(ownerUrl: string, use: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const dataSource = new DataSource({ type: 'postgres', url: ownerUrl, migrations, logging: false });
  await dataSource.initialize();
  try {
    return await use(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
