import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classedTable } from './support/classed.js';

/**
 * Who acts is said with a seal. A session is found by the digest of what is shown for it, so that neither a copy of the table nor a parameter in
 * the server's log opens one. Sessions that are open stay open.
 */
export class SealTheContext1000000000170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      classedTable(
        'context_key',
        `
  only_one boolean NOT NULL DEFAULT true, -- public
  key bytea NOT NULL, -- protected drawn here, never read but by the functions that seal
  clock_is_given boolean NOT NULL DEFAULT false, -- public true: a process may act at another moment than the database's (specs, a bench)
  CONSTRAINT context_key_only_one PRIMARY KEY (only_one),
  CONSTRAINT context_key_only_one_is_true CHECK (only_one)`,
      ),
    );
    await runner.query(
      `INSERT INTO context_key (key) VALUES (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')))`,
    );
    await runner.query('ALTER TABLE context_key ENABLE ROW LEVEL SECURITY');
    await runner.query('UPDATE session SET token_hash = sha256(token_hash)');
  }

  async down(runner: QueryRunner): Promise<void> {
    // Nobody knows what was shown for a session: all of them end.
    await runner.query('UPDATE session SET revoked_at = coalesce(revoked_at, now())');
    await runner.query('DROP TABLE context_key');
    // Steps below take it away by name.
    await runner.query(
      'CREATE FUNCTION auth_find_session(p_token bytea, p_now timestamptz, p_today date, p_idle interval) RETURNS void LANGUAGE sql AS $$ SELECT $$',
    );
  }
}
