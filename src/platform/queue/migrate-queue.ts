import { runMigrations } from 'bullmq';
import pg from 'pg';
import { QUEUE_SCHEMA } from './connection.js';

const APPLICATION_ROLE = 'team_support_app';
const WORKER_ROLE = 'team_support_worker';

/**
 * The queue's own tables, made by its own migrations as the owner and lent to the worker's role; the application's asks how many jobs wait, and
 * writes none.
 */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // Held until the connection ends: whoever migrates at the same time waits.
    await client.query(`SELECT pg_advisory_lock(hashtextextended('team_support queue', 0))`);
    await runMigrations(client, QUEUE_SCHEMA);
    await client.query(`
      REVOKE ALL ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} FROM ${APPLICATION_ROLE};
      REVOKE ALL ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} FROM ${APPLICATION_ROLE};
      GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${APPLICATION_ROLE}, ${WORKER_ROLE};
      GRANT SELECT ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${APPLICATION_ROLE};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${WORKER_ROLE};
      GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${WORKER_ROLE};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${WORKER_ROLE};`);
  } finally {
    await client.end();
  }
}
