import { LEAD_ROLE } from '#domain/support-case';
import { view } from '../../platform/sql/index.js';

/** A dated row `alias` that holds today. */
const inForce = (alias: string): string =>
  `${alias}.starts_on <= (SELECT app_today()) AND (${alias}.ends_on IS NULL OR ${alias}.ends_on > (SELECT app_today()))`;

/** Whether who holds `a` works at its site today. `IS TRUE` keeps it a list that is made once and asked, not joined for every case. */
const WORKS_HERE = '((a.staff_id, a.site_id) IN (SELECT h.staff_id, h.site_id FROM staff_at_work h)) IS TRUE';

/**
 * 担当者不在: a running case and an organisation that supports in it, of which nobody who works here is 主担当. The organisation
 * that opened the case always supports; another does while somebody of it is on the team, or if its last one left (離任).
 * The same rule on paper: isUnattended (libs/domain/support-case/unattended.ts).
 */
export const UNATTENDED_CASE = view(
  'unattended_case',
  `
  SELECT u.support_case_id, u.site_id, u.jobseeker_id, u.organisation_id, last.staff_id AS last_lead_id, last.ends_on AS left_on
  FROM (SELECT c.id AS support_case_id, c.site_id, c.jobseeker_id, so.organisation_id
  FROM case_head c JOIN organisation_of_site so ON so.site_id = c.site_id
  WHERE c.status <> 'closed'
    AND (c.organisation_id = so.organisation_id OR EXISTS (SELECT 1 FROM case_assignment a
      WHERE a.support_case_id = c.id AND a.staff_org_id = so.organisation_id
      AND (${inForce('a')} OR a.ended_with = 'departure')))
    AND NOT EXISTS (SELECT 1 FROM case_assignment a WHERE a.support_case_id = c.id AND a.staff_org_id = so.organisation_id AND a.role = '${LEAD_ROLE}'
      AND ${inForce('a')} AND ${WORKS_HERE})) u
  LEFT JOIN LATERAL (SELECT a.staff_id, a.ends_on FROM case_assignment a
    WHERE a.support_case_id = u.support_case_id AND a.staff_org_id = u.organisation_id AND a.role = '${LEAD_ROLE}'
    AND a.starts_on <= (SELECT app_today()) ORDER BY a.starts_on DESC, a.id DESC LIMIT 1) last ON true`,
);
