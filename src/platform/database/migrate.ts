import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { migrateQueue } from '../queue/migrate-queue.js';

/** Brings the schema up to date. Runs as the owner; returns the names of what it ran. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const ran = await withOwner(ownerUrl, (dataSource) => dataSource.runMigrations({ transaction: 'each' }));
  await migrateQueue(ownerUrl);
  return ran.map((migration) => migration.name);
}

/** Takes back the newest migration; the migration test goes up, down and up again with it. */
export async function revertNewest(ownerUrl: string): Promise<void> {
  await withOwner(ownerUrl, (dataSource) => dataSource.undoLastMigration({ transaction: 'each' }));
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
