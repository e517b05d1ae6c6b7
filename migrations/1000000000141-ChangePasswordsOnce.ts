import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A password is changed from the one that was known: the function that asks for none goes (its successor is repeatable SQL). */
export class ChangePasswordsOnce1000000000141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION auth_change_password(uuid, text, timestamptz)');
  }

  async down(runner: QueryRunner): Promise<void> {
    // Steps below take it away by name.
    await runner.query(
      'CREATE FUNCTION auth_change_password(p_staff uuid, p_hash text, p_now timestamptz) RETURNS void LANGUAGE sql AS $$ SELECT $$',
    );
  }
}
