import { APP_ROLE, freshNumbers, keptRecord, personalRecord, routines } from '../../platform/sql/index.js';

export const SUPPORT_CASE_ROUTINES = [
  freshNumbers('support_case', 'S'),
  routines(
    'assigned',
    `
-- Until anyone was ever assigned, whoever registered the person stands in: a protected record begins before its case. Once the
-- last period has ended, those who were on its team to the end stand in: somebody has to know the person who comes again. So do those
-- whom the end of a sharing took off the team, for what they wrote themselves.
CREATE OR REPLACE FUNCTION app_is_assigned(p_jobseeker uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER COST 1000
SET search_path = public, pg_temp AS $$
BEGIN
  -- Nobody is assigned by way of a machine they answer for.
  IF (SELECT app_role()) = 'machine' THEN RETURN false; END IF;
  IF EXISTS (SELECT 1 FROM case_assignment c WHERE c.jobseeker_id = p_jobseeker) THEN
    RETURN EXISTS (SELECT 1 FROM case_assignment c WHERE c.jobseeker_id = p_jobseeker AND c.staff_id = (SELECT app_staff())
      AND ((c.starts_on <= (SELECT app_today()) AND (c.ends_on IS NULL OR c.ends_on > (SELECT app_today())))
        OR c.ended_with = 'withdrawal'
        OR (c.ended_with = 'closing' AND NOT EXISTS (SELECT 1 FROM support_case s WHERE s.jobseeker_id = p_jobseeker
          AND (s.status <> 'closed' OR (s.opened_on, s.id) > (SELECT l.opened_on, l.id FROM support_case l WHERE l.id = c.support_case_id))))));
  END IF;
  RETURN EXISTS (SELECT 1 FROM jobseeker j WHERE j.id = p_jobseeker AND j.created_by = (SELECT app_staff()));
END $$;
`,
  ),
  routines(
    'hold case',
    `
-- Changes nothing: whoever reads the case may wait until nobody else writes in it. The policies let only those who change a row lock it.
CREATE OR REPLACE FUNCTION hold_case(p_case uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT FROM support_case c WHERE c.id = p_case AND c.site_id = ANY ((SELECT app_sites())::int[]) FOR NO KEY UPDATE $$;
`,
    'DROP FUNCTION IF EXISTS hold_case(uuid)',
  ),
];

/** The worker reminds owners; it reads what is due, for the sites it was given. */
export const SUPPORT_CASE_POLICIES = [
  personalRecord('support_case', {
    changedBy: 'both_sides',
    readBesides: keptRecord('support_case.id'),
    countable: [
      'id',
      'site_id',
      'jobseeker_id',
      'programme_id',
      'desk_id',
      'status',
      'opened_on',
      'closed_on',
      'team_support_since',
    ],
    more: `CREATE POLICY support_case_remind ON support_case FOR SELECT TO ${APP_ROLE} USING ((SELECT app_system()) = 'worker'
      AND site_id = ANY ((SELECT app_sites())::int[]));`,
  }),
  personalRecord('case_transition', { changedBy: 'nobody' }),
];
