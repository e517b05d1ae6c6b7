import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a closing overwrites is kept, so that one typed by mistake can be taken back: when a suspended case was to be looked at
 * again, and when an assignment was to end anyway.
 */
export class KeepWhatClosingEnds1000000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_transition ADD COLUMN review_on date;
      COMMENT ON COLUMN case_transition.review_on IS 'personal: 中断: この状態での見直し日';
      ALTER TABLE case_assignment ADD COLUMN ends_before_closing date
        CONSTRAINT case_assignment_ends_before_closing CHECK (ends_before_closing IS NULL OR ended_with = 'closing');
      COMMENT ON COLUMN case_assignment.ends_before_closing IS 'personal: 支援期間の終了がなければ担当が終わる日'`);
    // Which day it was stands on the timeline, beside each suspension.
    await runner.query(`
      UPDATE case_transition t SET review_on = (e.data ->> 'reviewOn')::date FROM timeline_entry e
      WHERE t.to_status = 'suspended' AND e.kind = 'case.transitioned' AND e.support_case_id = t.support_case_id
        AND e.data ->> 'to' = 'suspended' AND e.occurred_on = t.happened_on`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE case_assignment DROP COLUMN ends_before_closing');
    await runner.query('ALTER TABLE case_transition DROP COLUMN review_on');
  }
}
