import type { Client } from 'pg';
import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { repeatables } from '../../../migrations/repeatable.js';
import { messageOf } from '../logging/index.js';
import { migrateQueue } from '../queue/migrate-queue.js';
import { applyRepeatables, changedRepeatables, removeRepeatables } from './repeatable-sql.js';

/** Key of the lock that is held while the schema moves, so that two processes that start at once do it one after the other. */
export const MIGRATION_LOCK = `hashtextextended('team_support migrations', 0)`;

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

/** Those of the names that no migration of this version bears. */
export function unknownMigrations(names: readonly string[]): string[] {
  return names.filter((name) => !migrations.some((migration) => migration.name === name));
}

/**
 * Brings an empty schema to the steps that a backup had behind it, has it filled, and brings it up to date: in one transaction, so
 * that there is everything afterwards or still nothing.
 *
 * @param had names of those steps, all of them known
 * @param fill.refuse throws where the schema is not empty
 * @param fill.rows puts the rows in; both on the transaction's connection
 * @returns names of the migrations that ran since those steps
 */
export async function migrateFilled(
  ownerUrl: string,
  had: readonly string[],
  fill: { refuse(client: Client): Promise<void>; rows(client: Client): Promise<void> },
): Promise<string[]> {
  const ran = await withOwner(ownerUrl, async (dataSource) =>
    inOneTransaction(dataSource, async (runner) => {
      const client = (await runner.connect()) as Client;
      await fill.refuse(client);
      const steps = executor(runner);
      for (const migration of await steps.getPendingMigrations())
        if (had.includes(migration.name)) await steps.executeMigration(migration);
      await fill.rows(client);
      return bringUpToDate(runner);
    }),
  );
  await migrateQueue(ownerUrl);
  return ran.filter((name) => unknownMigrations([name]).length === 0);
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
  await step('taking views and policies out of force', () => removeRepeatables(runner, repeatables));
  for (const migration of pending) await step(migration.name, () => steps.executeMigration(migration));
  // On an empty server the first steps made views and policies of their own, as they did when they landed.
  if (pending.length > 0)
    await step('taking views and policies out of force', () => removeRepeatables(runner, repeatables));
  await step('putting views and policies in force', () => applyRepeatables(runner, repeatables));
  return [...pending.map(({ name }) => name), ...changed];
}

/** What failed, and that nothing came of it. */
class MigrationFailed extends Error {
  constructor(name: string, cause: unknown) {
    super(`The update failed at ${name}: ${messageOf(cause)}. The database is as it was before.`, { cause });
  }
}

/** @throws MigrationFailed; whoever holds the transaction rolls it back */
async function step(name: string, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (cause) {
    throw new MigrationFailed(name, cause);
  }
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
    await runner.query(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
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
