import { APP_ROLE, routines } from '../../platform/sql/index.js';

/** A category in a direction that ends with the last day of what it follows from: nothing else opens it for longer. */
const endsWith = (
  basis: string,
  lastDay: string,
): string => `EXISTS (SELECT 1 FROM sharing_grant g WHERE ${basis} AND g.ends_on = ${lastDay} + 1
      AND NOT EXISTS (SELECT 1 FROM sharing_grant o WHERE o.jobseeker_id = g.jobseeker_id AND o.giver_org = g.giver_org AND o.receiver_org = g.receiver_org
        AND o.category = g.category AND o.starts_on <= g.ends_on AND (o.ends_on IS NULL OR o.ends_on > g.ends_on)))`;

/**
 * What ends by its day is told, for nobody writes it down: a month and a week before, and once it is over; and the confirmation that was not given in time
 * (decision 72).
 */
export const SHARING_ENDS = routines(
  'ends of sharing',
  `
-- Of a day: what ends within a month, or ended within the month before, and who is to be told: the supervisors of the organisations it is between, and those
-- of their staff who are assigned, or were on its last day.
CREATE OR REPLACE FUNCTION sharing_to_remind(p_site int, p_day date)
RETURNS TABLE (subject_type text, subject_id uuid, jobseeker_id uuid, kind text, due_on date, staff_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH ending AS (
    SELECT 'consent' AS what, ARRAY['consent_expired', 'consent_ends_in_a_week', 'consent_ends_in_a_month'] AS kinds, c.id, c.jobseeker_id,
      ARRAY[c.org_id, c.shared_with_org] AS orgs, c.given_on AS starts_on, c.ends_on,
      c.created_at
    FROM consent c WHERE c.site_id = p_site AND c.withdrawn_on IS NULL AND c.ends_on BETWEEN p_day - 30 AND p_day + 30
      AND CASE WHEN c.kind = 'sharing' THEN ${endsWith('g.consent_id = c.id', 'c.ends_on')}
        ELSE NOT EXISTS (SELECT 1 FROM consent o WHERE o.jobseeker_id = c.jobseeker_id AND o.kind = c.kind AND o.withdrawn_on IS NULL
          AND o.given_on <= c.ends_on + 1 AND (o.ends_on IS NULL OR o.ends_on > c.ends_on)) END
    UNION ALL
    SELECT 'sharing_decision', ARRAY['decision_expired', 'decision_ends_in_a_week', 'decision_ends_in_a_month'], d.id, d.jobseeker_id,
      ARRAY[d.org_id, d.receiver_org], d.decided_on, d.ends_on, d.created_at
    FROM sharing_decision d WHERE d.site_id = p_site AND d.ended_on IS NULL AND d.ends_on BETWEEN p_day - 30 AND p_day + 30
      AND ${endsWith('g.decision_id = d.id', 'd.ends_on')}
  ), told AS (
    SELECT e.what, e.id, e.jobseeker_id, e.orgs, e.ends_on AS last_day, e.kinds[CASE WHEN e.ends_on < p_day THEN 1
      WHEN e.ends_on <= p_day + 7 THEN 2 ELSE 3 END] AS kind
    FROM ending e
    -- What was over when it was written down ended for nobody, and what was agreed to for a few days is not about to end on its first.
    WHERE CASE WHEN e.ends_on < p_day THEN (e.created_at AT TIME ZONE 'Asia/Tokyo')::date <= e.ends_on
      ELSE e.starts_on < e.ends_on - CASE WHEN e.ends_on <= p_day + 7 THEN 7 ELSE 30 END END
    UNION ALL
    SELECT 'consent', c.id, c.jobseeker_id, ARRAY[c.org_id, c.shared_with_org], c.other_side_until, 'confirmation_lapsed'
    FROM consent c WHERE c.site_id = p_site AND c.other_side = 'waiting' AND c.withdrawn_on IS NULL
      AND c.other_side_until BETWEEN p_day - 30 AND p_day - 1 AND coalesce(c.ends_on > c.other_side_until, true)
  )
  SELECT t.what, t.id, t.jobseeker_id, t.kind, t.last_day, s.id FROM told t JOIN staff s ON s.organisation_id = ANY (t.orgs)
  WHERE (SELECT app_system()) = 'worker' AND p_site = ANY ((SELECT app_sites())::int[])
    AND (s.role = 'supervisor' OR EXISTS (SELECT 1 FROM case_assignment a WHERE a.jobseeker_id = t.jobseeker_id AND a.staff_id = s.id
      AND a.starts_on <= least(p_day, t.last_day) AND (a.ends_on IS NULL OR a.ends_on > least(p_day, t.last_day))))
    AND s.employed_from <= p_day AND (s.employed_until IS NULL OR s.employed_until > p_day)
    AND EXISTS (SELECT 1 FROM staff_site p WHERE p.staff_id = s.id AND p.site_id = p_site AND p.starts_on <= p_day
      AND (p.ends_on IS NULL OR p.ends_on > p_day)) $$;
REVOKE ALL ON FUNCTION sharing_to_remind(int, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sharing_to_remind(int, date) TO ${APP_ROLE};
`,
  'DROP FUNCTION IF EXISTS sharing_to_remind(int, date)',
);
