import { LEAD_ROLE } from '#domain/support-case';
import { APP_ROLE, routines, view } from '../../platform/sql/index.js';

const SOURCES = [
  `SELECT 'next_action' AS kind, 'next_action' AS subject_type, n.id AS subject_id, n.site_id, n.jobseeker_id, n.support_case_id, n.title,
    n.due_on, n.owner_side,
     n.owner_staff_id AS named_staff_id FROM next_action_to_do n`,
  `SELECT 'plan_step', 'plan_step', t.id, t.site_id, t.jobseeker_id, t.support_case_id, t.title, t.due_on, t.owner_side, t.owner_staff_id
   FROM plan_step_to_do t WHERE t.due_on IS NOT NULL`,
  `SELECT 'plan_review', 'plan_review', r.id, r.site_id, r.jobseeker_id, r.support_case_id, NULL, r.due_on, NULL, r.owner_staff_id FROM plan_review_to_hold r`,
  `SELECT 'suspension_review', 'support_case', c.id, c.site_id, c.jobseeker_id, c.id, NULL, c.due_on, NULL, NULL FROM suspension_to_review c`,
  `SELECT i.kind, 'interview', i.id, i.site_id, i.jobseeker_id, i.support_case_id, i.title, i.due_on, i.owner_side, i.named_staff_id FROM interview_due i`,
];

/** Whether somebody works at the site of the piece of work. */
const worksThere = (staff: string): string =>
  `coalesce((SELECT true FROM staff_at_work here WHERE here.staff_id = ${staff} AND here.site_id = p_site LIMIT 1), false)`;
const ON_TEAM =
  'a.support_case_id = p_case AND a.starts_on <= (SELECT app_today()) AND (a.ends_on IS NULL OR a.ends_on > (SELECT app_today()))';

/**
 * Who sees to a piece of work: `whoSeesTo` of libs/domain/support-case/support-team.ts, as far as the caller sees the team.
 * One query, which PostgreSQL puts in the place of the call: asked for as a function of its own, it was started anew for every row.
 */
export const WHO_SEES_TO = routines(
  'who sees to',
  `CREATE OR REPLACE FUNCTION who_sees_to(p_case uuid, p_site int, p_side text, p_named uuid) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT DISTINCT lead.staff_id FROM (SELECT a.staff_id FROM case_team a WHERE ${ON_TEAM} AND a.role = '${LEAD_ROLE}' OFFSET 0) lead
  WHERE p_side = 'jobseeker' AND ${worksThere('lead.staff_id')}
  UNION ALL
  SELECT named.staff_id FROM staff_at_work named
  WHERE p_side IS DISTINCT FROM 'jobseeker' AND named.staff_id = p_named AND named.site_id = p_site
  UNION ALL
  (SELECT present.staff_id FROM (SELECT a.id, a.staff_id, a.organisation_id, a.starts_on FROM case_team a WHERE ${ON_TEAM} OFFSET 0) present
   JOIN organisation_name o ON o.id = present.organisation_id
   WHERE p_side IS DISTINCT FROM 'jobseeker' AND NOT ${worksThere('p_named')}
     AND (p_side IS NULL OR o.side = p_side) AND ${worksThere('present.staff_id')}
   ORDER BY present.starts_on, present.id LIMIT 1)
$$;
GRANT EXECUTE ON FUNCTION who_sees_to(uuid, int, text, uuid) TO ${APP_ROLE};`,
  'DROP FUNCTION IF EXISTS who_sees_to(uuid, int, text, uuid)',
);

/** What waits to be done on a day, and whose it is as far as it says so. */
export const DUE_WORK = view(
  'due_work',
  `SELECT w.kind, w.subject_type, w.subject_id, w.site_id, w.jobseeker_id, w.support_case_id, w.title, w.due_on, w.owner_side, w.named_staff_id
  FROM (${SOURCES.join(' UNION ALL ')}) w`,
);

/**
 * The same by who sees to it, a row for each; with no `staff_id` what nobody sees to. Homes, the supervisor's counts and the
 * reminders all go by this one.
 */
export const DUE_WORK_OF_STAFF = view(
  'due_work_of_staff',
  `SELECT w.kind, w.subject_type, w.subject_id, w.site_id, w.jobseeker_id, w.support_case_id, w.title, w.due_on, w.owner_side,
    w.named_staff_id, responsible.staff_id
  FROM due_work w LEFT JOIN LATERAL who_sees_to(w.support_case_id, w.site_id, w.owner_side, w.named_staff_id) AS responsible (staff_id) ON true`,
);
