import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice knows the case it belongs to, so that there is one line a person and case, and the message it came of, so that it comes once. */
export class TellOfActivities1000000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notification ADD COLUMN support_case_id uuid, ADD COLUMN outbox_id bigint;
      COMMENT ON COLUMN notification.support_case_id IS 'personal: 支援ケース';
      COMMENT ON COLUMN notification.outbox_id IS 'public: もとになった送信箱の番号';
      UPDATE notification n SET support_case_id = c.id FROM support_case c WHERE n.subject_type = 'support_case' AND c.id = n.subject_id;
      UPDATE notification n SET support_case_id = a.support_case_id FROM next_action a WHERE n.subject_type = 'next_action' AND a.id = n.subject_id;
      UPDATE notification n SET support_case_id = p.support_case_id FROM plan_step s JOIN support_plan_version v ON v.id = s.plan_version_id JOIN support_plan p ON p.id = v.support_plan_id
        WHERE n.subject_type = 'plan_step' AND s.id = n.subject_id;
      UPDATE notification n SET support_case_id = p.support_case_id FROM plan_review r JOIN support_plan p ON p.id = r.support_plan_id
        WHERE n.subject_type = 'plan_review' AND r.id = n.subject_id;
      ALTER TABLE notification ADD CONSTRAINT notification_told_once UNIQUE (staff_id, outbox_id);
      CREATE INDEX notification_to_read ON notification (staff_id, site_id, jobseeker_id, support_case_id) WHERE read_at IS NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX notification_to_read;
      ALTER TABLE notification DROP CONSTRAINT notification_told_once, DROP COLUMN outbox_id, DROP COLUMN support_case_id;`);
  }
}
