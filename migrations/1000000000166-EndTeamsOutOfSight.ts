import type { MigrationInterface, QueryRunner } from 'typeorm';

const among = (values: string): string => `ALTER TABLE case_assignment DROP CONSTRAINT case_assignment_ended_with,
  ADD CONSTRAINT case_assignment_ended_with CHECK (ended_with IS NULL OR (ended_with IN (${values}) AND ends_on IS NOT NULL))`;

/** With a sharing that is withdrawn ends the assignment of whoever may not see the case any more. */
export class EndTeamsOutOfSight1000000000166 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(among("'closing', 'departure', 'withdrawal'"));
    await runner.query(
      "COMMENT ON COLUMN case_assignment.ended_with IS 'personal: 何とともに終わったか(終了・離任・共有の終わり)'",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE case_assignment SET ended_with = NULL WHERE ended_with = 'withdrawal'");
    await runner.query(among("'closing', 'departure'"));
    await runner.query("COMMENT ON COLUMN case_assignment.ended_with IS 'personal: 何とともに終わったか(終了・離任)'");
  }
}
