import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classedTable } from './support/classed.js';

/**
 * Attempts to sign in are counted where they come from and before they are checked, for logins that nobody has, too; the counts of a
 * credential end. Browsers in which somebody has signed in are known. Failures of before this step are forgotten, and locks end.
 */
export class KeepAttempts1000000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      classedTable(
        'sign_in_attempt',
        `
  login_key bytea NOT NULL, -- personal digest of the login as typed: somebody may have typed a password there
  place text NOT NULL, -- personal from where
  staff_id uuid REFERENCES staff (id), -- personal whose login it is; nobody's counts as well
  failures int NOT NULL, -- personal
  last_at timestamptz NOT NULL, -- personal
  retry_at timestamptz, -- personal
  CONSTRAINT sign_in_attempt_one_a_place PRIMARY KEY (login_key, place)`,
      ),
    );
    await runner.query(
      'CREATE INDEX sign_in_attempt_by_staff ON sign_in_attempt (staff_id) WHERE staff_id IS NOT NULL',
    );
    await runner.query(
      classedTable(
        'known_device',
        `
  token_hash bytea NOT NULL, -- protected
  staff_id uuid NOT NULL REFERENCES staff (id), -- personal
  known_since timestamptz NOT NULL, -- personal
  last_used_at timestamptz NOT NULL, -- personal
  ended_at timestamptz, -- personal
  CONSTRAINT known_device_once_a_person PRIMARY KEY (token_hash, staff_id)`,
      ),
    );
    await runner.query('CREATE INDEX known_device_by_staff ON known_device (staff_id)');
    await runner.query('DROP FUNCTION auth_note_failure(uuid, timestamptz, int, int)');
    await runner.query('DROP FUNCTION auth_find_login(text)');
    await runner.query(
      'ALTER TABLE credential DROP COLUMN failed_count, DROP COLUMN locked_until, DROP COLUMN last_failed_at',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE credential ADD COLUMN failed_count int NOT NULL DEFAULT 0, ADD COLUMN locked_until timestamptz, ADD COLUMN last_failed_at timestamptz',
    );
    for (const column of ['failed_count', 'locked_until', 'last_failed_at'])
      await runner.query(`COMMENT ON COLUMN credential.${column} IS 'personal'`);
    // Steps below take them away by name.
    await runner.query(
      'CREATE FUNCTION auth_find_login(p_login text) RETURNS uuid LANGUAGE sql AS $$ SELECT id FROM staff WHERE login = p_login $$',
    );
    await runner.query(
      'CREATE FUNCTION auth_note_failure(p_staff uuid, p_now timestamptz, p_limit int, p_minutes int) RETURNS void LANGUAGE sql AS $$ SELECT $$',
    );
    await runner.query('DROP TABLE sign_in_attempt, known_device');
  }
}
