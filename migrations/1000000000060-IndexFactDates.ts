import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every date that places a fact in a window is found by site and day, whatever lies before and after; who belongs to which
 * group is answered by the index alone.
 */
export class IndexFactDates1000000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX support_case_by_support_days ON support_case (site_id, coalesce(closed_on, 'infinity'), opened_on) INCLUDE (jobseeker_id);
      CREATE INDEX support_request_by_day ON support_request (site_id, requested_on);
      CREATE INDEX support_plan_by_drawing_up ON support_plan (site_id, drawn_up_on);
      CREATE INDEX referral_by_asking ON referral (site_id, asked_on);
      CREATE INDEX placement_by_decision ON placement (site_id, decided_on);
      CREATE INDEX group_membership_of_person ON group_membership (jobseeker_id) INCLUDE (group_code, site_id, starts_on, ends_on);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX support_case_by_support_days, support_request_by_day, support_plan_by_drawing_up,
      referral_by_asking, placement_by_decision, group_membership_of_person;`);
  }
}
