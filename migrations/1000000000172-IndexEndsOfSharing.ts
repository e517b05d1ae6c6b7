import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is about to end is asked for every hour, at each site: by its last day, without reading what was agreed to for good. */
export class IndexEndsOfSharing1000000000172 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX consent_by_last_day ON consent (site_id, ends_on) WHERE withdrawn_on IS NULL AND ends_on IS NOT NULL',
    );
    await runner.query(
      'CREATE INDEX sharing_decision_by_last_day ON sharing_decision (site_id, ends_on) WHERE ended_on IS NULL AND ends_on IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX consent_by_last_day, sharing_decision_by_last_day');
  }
}
