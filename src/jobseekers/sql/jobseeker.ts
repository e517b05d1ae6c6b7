import {
  APP_ROLE,
  countable,
  freshNumbers,
  jobseekerVisible,
  personalRecord,
  policies,
} from '../../platform/sql/index.js';

export const JOBSEEKER_ROUTINES = [freshNumbers('jobseeker')];

/** The person, who may see them, and what is dated about them. */
export const JOBSEEKER_POLICIES = [
  policies(
    'jobseeker_access',
    `GRANT SELECT, INSERT, UPDATE (ends_on) ON jobseeker_access TO ${APP_ROLE};
CREATE POLICY jobseeker_access_read ON jobseeker_access FOR SELECT TO ${APP_ROLE}
  USING (site_id = ANY (app_sites()) AND (org_id = ANY (app_orgs()) OR granted_by_org = ANY (app_orgs())));
CREATE POLICY jobseeker_access_grant ON jobseeker_access FOR INSERT TO ${APP_ROLE}
  WITH CHECK (site_id = ANY (app_sites()) AND EXISTS (SELECT 1 FROM jobseeker j WHERE j.id = jobseeker_access.jobseeker_id)
    -- The person's consent opens the records of the two organisations it names to each other, whichever of them wrote it down,
    -- and to nobody else.
    AND CASE basis WHEN 'consent' THEN EXISTS (SELECT 1 FROM consent c
        WHERE c.id = jobseeker_access.consent_id AND c.jobseeker_id = jobseeker_access.jobseeker_id AND c.kind = 'sharing'
          AND jobseeker_access.org_id IN (c.org_id, c.shared_with_org) AND jobseeker_access.granted_by_org IN (c.org_id, c.shared_with_org))
      ELSE granted_by_org = ANY (app_orgs()) END);
CREATE POLICY jobseeker_access_end ON jobseeker_access FOR UPDATE TO ${APP_ROLE}
  USING (site_id = ANY (app_sites()) AND (org_id = ANY (app_orgs()) OR granted_by_org = ANY (app_orgs())));`,
  ),
  policies(
    'jobseeker',
    `GRANT SELECT, INSERT, UPDATE ON jobseeker TO ${APP_ROLE};
CREATE POLICY jobseeker_read ON jobseeker FOR SELECT TO ${APP_ROLE} USING (${jobseekerVisible('jobseeker')});
CREATE POLICY jobseeker_register ON jobseeker FOR INSERT TO ${APP_ROLE} WITH CHECK (site_id = ANY (app_sites()) AND org_id = ANY (app_orgs()));
CREATE POLICY jobseeker_change ON jobseeker FOR UPDATE TO ${APP_ROLE} USING (${jobseekerVisible('jobseeker')});
${countable('jobseeker', ['id', 'site_id', 'registered_on'])}`,
  ),
  personalRecord('group_membership', {
    changedBy: 'both_sides',
    countable: ['id', 'site_id', 'jobseeker_id', 'group_code', 'starts_on', 'ends_on'],
  }),
  personalRecord('wish', { changedBy: 'nobody' }),
  personalRecord('benefit', { changedBy: 'own_organisation' }),
  policies(
    'jobseeker_search',
    `GRANT SELECT, INSERT, DELETE ON jobseeker_search TO ${APP_ROLE};
CREATE POLICY jobseeker_search_all ON jobseeker_search FOR ALL TO ${APP_ROLE}
  USING (site_id = ANY (app_sites()) AND EXISTS (SELECT 1 FROM jobseeker j WHERE j.id = jobseeker_search.jobseeker_id));`,
  ),
];
