import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classedTable } from './support/classed.js';

/**
 * A password that was reset ends by itself when nobody used it; of somebody who works at several sites it is reset by two administrators. Passwords given
 * before this step have no end.
 */
export class KeepPasswordResets1000000000151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE credential ADD COLUMN temporary_until timestamptz;
      COMMENT ON COLUMN credential.temporary_until IS 'personal: 仮のパスワードの期限';`);
    await runner.query(
      classedTable(
        'password_reset_request',
        `
  id uuid PRIMARY KEY, -- public
  staff_id uuid NOT NULL REFERENCES staff (id), -- personal
  asked_by uuid NOT NULL DEFAULT app_staff() REFERENCES staff (id), -- personal
  asked_at timestamptz NOT NULL DEFAULT app_now(), -- public
  ended_at timestamptz, -- public
  confirmed_by uuid REFERENCES staff (id), -- personal
  CONSTRAINT password_reset_request_by_two CHECK (confirmed_by IS NULL OR (confirmed_by <> asked_by AND ended_at IS NOT NULL)),
  CONSTRAINT password_reset_request_of_another CHECK (asked_by <> staff_id)`,
      ),
    );
    await runner.query(
      'CREATE UNIQUE INDEX password_reset_one_waiting ON password_reset_request (staff_id) WHERE ended_at IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE password_reset_request; ALTER TABLE credential DROP COLUMN temporary_until');
  }
}
