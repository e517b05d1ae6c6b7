import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether staff of both sides took part stands on the consultation (同席), as it was on the day: it was found by looking up every
 * participant's organisation, for each of a year's consultations again in every figure, and would have followed whoever later
 * changes organisation into the months before.
 */
export class KeepWhoWasPresent1000000000091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE consultation ADD COLUMN both_sides_present boolean NOT NULL DEFAULT false');
    await runner.query(
      "COMMENT ON COLUMN consultation.both_sides_present IS 'personal: 自治体側と国側の職員がともに参加した'",
    );
    await runner.query(
      `UPDATE consultation k SET both_sides_present = true FROM (
         SELECT cp.consultation_id FROM consultation_participant cp JOIN staff s ON s.id = cp.staff_id
           JOIN organisation o ON o.id = s.organisation_id
         GROUP BY cp.consultation_id HAVING count(DISTINCT o.side) > 1) joint
       WHERE joint.consultation_id = k.id`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE consultation DROP COLUMN both_sides_present');
  }
}
