import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A plan's row says which version is in force (効力のある版) where it said which is the latest: work goes by the version the
 * person agreed to last, also while a later one waits for agreement. And the indexes by which lists find what is due at a site.
 */
export class KeepVersionInForce1000000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE support_plan RENAME COLUMN current_version TO version_in_force');
    await runner.query(
      `UPDATE support_plan p SET version_in_force = v.in_force
       FROM (SELECT support_plan_id, coalesce(max(version_no) FILTER (WHERE agreed_on IS NOT NULL), max(version_no)) AS in_force FROM support_plan_version GROUP BY support_plan_id) v
       WHERE v.support_plan_id = p.id AND p.version_in_force <> v.in_force`,
    );
    for (const index of INDEXES) await runner.query(index);
    await runner.query('DROP INDEX next_action_due, plan_review_due, consultation_by_author');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX next_action_due ON next_action (due_on) WHERE state = 'open';
      CREATE INDEX plan_review_due ON plan_review (due_on) WHERE held_on IS NULL;
      CREATE INDEX consultation_by_author ON consultation (author_id, held_on DESC);`);
    await runner.query(
      'DROP INDEX next_action_open_at_site, next_action_open_of_case, plan_step_open_at_site, plan_review_open_at_site, support_case_suspended_at_site, consultation_by_author_at_site',
    );
    await runner.query(
      `UPDATE support_plan p SET version_in_force = v.latest
       FROM (SELECT support_plan_id, max(version_no) AS latest FROM support_plan_version GROUP BY support_plan_id) v
       WHERE v.support_plan_id = p.id AND p.version_in_force <> v.latest`,
    );
    await runner.query('ALTER TABLE support_plan RENAME COLUMN version_in_force TO current_version');
  }
}

const INDEXES = [
  "CREATE INDEX next_action_open_at_site ON next_action (site_id, due_on) WHERE state = 'open'",
  "CREATE INDEX next_action_open_of_case ON next_action (support_case_id, due_on) WHERE state = 'open'",
  "CREATE INDEX plan_step_open_at_site ON plan_step (site_id, (CASE WHEN due_on IS NULL THEN branch_on ELSE due_on END)) WHERE state = 'open'",
  'CREATE INDEX plan_review_open_at_site ON plan_review (site_id, due_on) WHERE held_on IS NULL',
  "CREATE INDEX support_case_suspended_at_site ON support_case (site_id, review_on) WHERE status = 'suspended'",
  'CREATE INDEX consultation_by_author_at_site ON consultation (author_id, site_id, held_on DESC, id DESC)',
];
