import { APP_ROLE, concernsOwn, personalRecord, view } from '../../platform/sql/index.js';

/** The worker reminds owners; it reads whose a case is, for the sites it was given. */
export const CASE_ASSIGNMENT_POLICIES = personalRecord('case_assignment', {
  changedBy: 'both_sides',
  readBesides: concernsOwn('case_assignment.staff_org_id'),
  changedBesides: concernsOwn('case_assignment.staff_org_id'),
  countable: ['id', 'site_id', 'support_case_id', 'jobseeker_id', 'staff_id', 'starts_on', 'ends_on'],
  more: `CREATE POLICY case_assignment_remind ON case_assignment FOR SELECT TO ${APP_ROLE} USING ((SELECT app_system()) = 'worker'
    AND site_id = ANY ((SELECT app_sites())::int[]));`,
});

/**
 * 支援チーム as others may read it: who was responsible for a case in which role, from a day to a day, and what ended it. `until` is the
 * same day for an index: who is on a team still is until `infinity`.
 */
export const CASE_TEAM = view(
  'case_team',
  `SELECT a.id, a.support_case_id, a.jobseeker_id, a.site_id, a.staff_id, a.staff_org_id AS organisation_id, a.role, a.starts_on, a.ends_on, a.ended_with,
    CASE WHEN a.ends_on IS NULL THEN 'infinity'::date ELSE a.ends_on END AS until
  FROM case_assignment a`,
);
