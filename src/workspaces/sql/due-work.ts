import { view } from '../../platform/sql/index.js';

/** Work of a side that names nobody falls to whoever of that side has been on the case longest. */
const ASSIGNED = `(SELECT a.staff_id FROM case_assignment a JOIN organisation o ON o.id = a.staff_org_id
  WHERE a.support_case_id = w.support_case_id AND (w.owner_side IS NULL OR o.side = w.owner_side)
    AND a.starts_on <= app_today() AND (a.ends_on IS NULL OR a.ends_on > app_today())
  ORDER BY a.starts_on, a.id LIMIT 1)`;

const SOURCES = [
  `SELECT 'next_action' AS kind, 'next_action' AS subject_type, n.id AS subject_id, n.site_id, n.jobseeker_id, n.support_case_id, n.title, n.due_on, n.owner_side, n.owner_staff_id
   FROM next_action n WHERE n.state = 'open'`,
  `SELECT 'plan_step', 'plan_step', s.id, s.site_id, s.jobseeker_id, p.support_case_id, s.title, s.due_on, s.owner_side, s.owner_staff_id
   FROM plan_step s JOIN support_plan_version v ON v.id = s.plan_version_id JOIN support_plan p ON p.id = v.support_plan_id AND p.current_version = v.version_no
   WHERE s.state = 'open' AND s.due_on IS NOT NULL`,
  `SELECT 'plan_review', 'plan_review', r.id, r.site_id, r.jobseeker_id, p.support_case_id, NULL, r.due_on, NULL, r.owner_staff_id
   FROM plan_review r JOIN support_plan p ON p.id = r.support_plan_id WHERE r.held_on IS NULL`,
  `SELECT 'suspension_review', 'support_case', c.id, c.site_id, c.jobseeker_id, c.id, NULL, c.review_on, NULL, NULL
   FROM support_case c WHERE c.status = 'suspended'`,
];

/** What waits to be done, whose it is and by when: one list for homes and reminders. */
export const DUE_WORK = view(
  'due_work',
  `SELECT w.kind, w.subject_type, w.subject_id, w.site_id, w.jobseeker_id, w.support_case_id, w.title, w.due_on, w.owner_side,
    coalesce(w.owner_staff_id, ${ASSIGNED}) AS owner_staff_id
  FROM (${SOURCES.join(' UNION ALL ')}) w
  -- What was promised in a period that has ended waits for nobody any more.
  WHERE NOT EXISTS (SELECT 1 FROM support_case c WHERE c.id = w.support_case_id AND c.status = 'closed')`,
);
