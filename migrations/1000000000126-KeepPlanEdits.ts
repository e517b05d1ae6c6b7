import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a rewriting of a plan changed before the person agreed to it: until now the steps it took out were on the audit alone. */
export class KeepPlanEdits1000000000126 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE support_plan_version ADD COLUMN edits jsonb NOT NULL DEFAULT '[]'`);
    await runner.query("COMMENT ON COLUMN support_plan_version.edits IS 'special: 同意前の変更'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE support_plan_version DROP COLUMN edits');
  }
}
