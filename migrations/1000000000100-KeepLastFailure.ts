import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When the last wrong password was typed: failures count towards a lock only while they follow one another. Of those that landed no
 * day is known; they are forgotten with the next one.
 */
export class KeepLastFailure1000000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE credential ADD COLUMN last_failed_at timestamptz');
    await runner.query("COMMENT ON COLUMN credential.last_failed_at IS 'personal: 最後にサインインに失敗した日時'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE credential DROP COLUMN last_failed_at');
  }
}
