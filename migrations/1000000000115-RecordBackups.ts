import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classedTable } from './support/classed.js';

/** The nightly backups: which were made and read back, and which failed. Of a night one succeeds or is under way. */
export class RecordBackups1000000000115 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      classedTable(
        'backup_run',
        `
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- public
  night date NOT NULL, -- public
  started_at timestamptz NOT NULL DEFAULT app_now(), -- public
  ended_at timestamptz, -- public
  file text, -- public
  bytes bigint, -- public
  row_count bigint, -- public
  verified_at timestamptz, -- public
  error text, -- public
  CONSTRAINT backup_run_ends_whole_or_failed CHECK ((ended_at IS NULL) = (verified_at IS NULL AND error IS NULL))`,
      ),
    );
    await runner.query('CREATE UNIQUE INDEX backup_run_one_a_night ON backup_run (night) WHERE error IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE backup_run');
  }
}
