import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An exclusion constraint brings an index of ranges (GiST), which the planner took for every look-up of a person's groups or a case's
 * team, since it believes it as cheap as the tree beside it: five to twenty times dearer. As text the key says the same and answers
 * to no look-up. What a site or a person has open is found without reading every site's.
 */
export class KeepLookupsOffExclusions1000000000105 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await exclude(runner, (key) => `(${key}::text)`);
    await runner.query(`
      CREATE INDEX case_assignment_open_at_site ON case_assignment (site_id, (CASE WHEN ends_on IS NULL THEN 'infinity'::date ELSE ends_on END));
      CREATE INDEX support_case_open_at_site ON support_case (site_id) WHERE status <> 'closed';
      CREATE INDEX next_action_open_of_person ON next_action (jobseeker_id, due_on) WHERE state = 'open'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX next_action_open_of_person, support_case_open_at_site, case_assignment_open_at_site',
    );
    await exclude(runner, (key) => key);
  }
}

/** Puts the constraints in force anew, their keys in another form. */
async function exclude(runner: QueryRunner, form: (key: string) => string): Promise<void> {
  const [supportCase, staff, jobseeker] = ['support_case_id', 'staff_id', 'jobseeker_id'].map(form);
  await runner.query(`
    ALTER TABLE case_assignment DROP CONSTRAINT case_assignment_one_lead, DROP CONSTRAINT case_assignment_role_once_at_a_time,
      ADD CONSTRAINT case_assignment_one_lead
        EXCLUDE USING gist (${supportCase} WITH =, staff_org_id WITH =, daterange(starts_on, ends_on) WITH &&) WHERE (role = '主担当'),
      ADD CONSTRAINT case_assignment_role_once_at_a_time
        EXCLUDE USING gist (${supportCase} WITH =, ${staff} WITH =, role WITH =, daterange(starts_on, ends_on) WITH &&);
    ALTER TABLE staff_site DROP CONSTRAINT staff_site_once_at_a_time,
      ADD CONSTRAINT staff_site_once_at_a_time EXCLUDE USING gist (${staff} WITH =, site_id WITH =, daterange(starts_on, ends_on) WITH &&);
    ALTER TABLE group_membership DROP CONSTRAINT group_membership_once_at_a_time,
      ADD CONSTRAINT group_membership_once_at_a_time
        EXCLUDE USING gist (${jobseeker} WITH =, org_id WITH =, group_code WITH =, daterange(starts_on, ends_on) WITH &&);
    ALTER TABLE placement DROP CONSTRAINT placement_one_at_a_time,
      ADD CONSTRAINT placement_one_at_a_time
        EXCLUDE USING gist (${supportCase} WITH =, daterange(starts_on, left_on, '[]') WITH &&) WHERE (reversed_on IS NULL)`);
}
