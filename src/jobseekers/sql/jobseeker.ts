import {
  APP_ROLE,
  countable,
  freshNumbers,
  jobseekerVisible,
  personalRecord,
  policies,
  recordVisible,
  type RepeatableSql,
  routines,
} from '../../platform/sql/index.js';
import { IDENTITY_POLICIES } from './identity.js';

export const JOBSEEKER_ROUTINES = [
  freshNumbers('jobseeker'),
  routines(
    'shared',
    `
-- maySee of libs/domain/sharing, asked by views whose rows mix what several categories hold; as the reader, who sees the grants given to them.
CREATE OR REPLACE FUNCTION app_is_shared(p_person uuid, p_giver int, p_category text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT p_giver = ANY ((SELECT app_orgs())::int[]) OR EXISTS (SELECT 1 FROM sharing_grant a
    WHERE a.jobseeker_id = p_person AND a.receiver_org = ANY ((SELECT app_orgs())::int[]) AND a.category = p_category AND a.giver_org = p_giver
      AND a.starts_on <= (SELECT app_today()) AND (a.ends_on IS NULL OR a.ends_on > (SELECT app_today()))) $$;
GRANT EXECUTE ON FUNCTION app_is_shared(uuid, int, text) TO ${APP_ROLE};

-- Whether another organisation sees what the actor's writes about a person in a category.
CREATE OR REPLACE FUNCTION app_gives(p_person uuid, p_receiver int, p_category text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT p_receiver = ANY ((SELECT app_orgs())::int[]) OR EXISTS (SELECT 1 FROM sharing_grant a
    WHERE a.jobseeker_id = p_person AND a.receiver_org = p_receiver AND a.category = p_category AND a.giver_org = ANY ((SELECT app_orgs())::int[])
      AND a.starts_on <= (SELECT app_today()) AND (a.ends_on IS NULL OR a.ends_on > (SELECT app_today()))) $$;
GRANT EXECUTE ON FUNCTION app_gives(uuid, int, text) TO ${APP_ROLE};
`,
    'DROP FUNCTION IF EXISTS app_is_shared(uuid, int, text), app_gives(uuid, int, text)',
  ),
];

/** What has an end gets none that is later: a withdrawn sharing is not opened again by a change of its row, but by a consent. */
const GRANT_ENDS_ONCE: RepeatableSql = {
  name: 'trigger of a grant that ends',
  apply: `
CREATE OR REPLACE FUNCTION grant_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a grant ends once, and no later than it says' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER grant_ends_once BEFORE UPDATE OF ends_on ON sharing_grant FOR EACH ROW
  WHEN (OLD.ends_on IS NOT NULL AND (NEW.ends_on IS NULL OR NEW.ends_on > OLD.ends_on) AND current_user = '${APP_ROLE}') EXECUTE FUNCTION grant_ends_once();`,
  remove: 'DROP FUNCTION IF EXISTS grant_ends_once() CASCADE',
};

/** Asked as the actor, by a function: whoever sees a person is asked of the grants, which a policy of theirs cannot do again. */
const MAY_GIVE = routines(
  'may give',
  `
CREATE OR REPLACE FUNCTION may_give(p_grant sharing_grant) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE is_own boolean := p_grant.giver_org = ANY ((SELECT app_orgs())::int[]);
BEGIN
  IF NOT EXISTS (SELECT FROM jobseeker j WHERE j.id = p_grant.jobseeker_id) THEN RETURN false; END IF;
  IF p_grant.basis = 'registered' THEN RETURN is_own AND p_grant.receiver_org = p_grant.giver_org AND p_grant.category = 'identity'; END IF;
  IF p_grant.basis <> 'consent' THEN RETURN is_own; END IF;
  -- The person's consent opens the records of the two organisations it names to each other, in the categories it names, whichever
  -- of the two wrote it down, and to nobody else.
  RETURN EXISTS (SELECT FROM consent c
      WHERE c.id = p_grant.consent_id AND c.jobseeker_id = p_grant.jobseeker_id AND c.kind = 'sharing'
        AND (p_grant.category = 'identity' OR p_grant.category = ANY (c.categories))
        AND p_grant.receiver_org IN (c.org_id, c.shared_with_org) AND p_grant.giver_org IN (c.org_id, c.shared_with_org))
    -- Of one's own records, or by the first there is between the two (openingOf of libs/domain/consent).
    AND (is_own OR NOT EXISTS (SELECT FROM sharing_grant before
      WHERE before.jobseeker_id = p_grant.jobseeker_id AND before.consent_id IS DISTINCT FROM p_grant.consent_id
        AND before.giver_org IN (p_grant.giver_org, p_grant.receiver_org)
        AND before.receiver_org IN (p_grant.giver_org, p_grant.receiver_org) AND before.giver_org <> before.receiver_org));
END $$;
`,
  'DROP FUNCTION IF EXISTS may_give(sharing_grant)',
);

/** The person, who may see them, and what is dated about them. */
export const JOBSEEKER_POLICIES = [
  MAY_GIVE,
  policies(
    'sharing_grant',
    `GRANT SELECT, INSERT, UPDATE (ends_on, to_confirm) ON sharing_grant TO ${APP_ROLE};
CREATE POLICY sharing_grant_read ON sharing_grant FOR SELECT TO ${APP_ROLE}
  USING (site_id = ANY ((SELECT app_sites())::int[]) AND (receiver_org = ANY ((SELECT app_orgs())::int[]) OR giver_org = ANY ((SELECT app_orgs())::int[])));
CREATE POLICY sharing_grant_give ON sharing_grant FOR INSERT TO ${APP_ROLE}
  WITH CHECK (site_id = ANY ((SELECT app_sites())::int[]) AND may_give(sharing_grant));
CREATE POLICY sharing_grant_end ON sharing_grant FOR UPDATE TO ${APP_ROLE}
  USING (site_id = ANY ((SELECT app_sites())::int[]) AND (receiver_org = ANY ((SELECT app_orgs())::int[]) OR giver_org = ANY ((SELECT app_orgs())::int[])));`,
  ),
  GRANT_ENDS_ONCE,
  policies(
    'jobseeker',
    `GRANT SELECT, INSERT, UPDATE ON jobseeker TO ${APP_ROLE};
CREATE POLICY jobseeker_read ON jobseeker FOR SELECT TO ${APP_ROLE} USING (${jobseekerVisible('jobseeker')});
CREATE POLICY jobseeker_register ON jobseeker FOR INSERT TO ${APP_ROLE} WITH CHECK (site_id = ANY ((SELECT app_sites())::int[])
  AND org_id = ANY ((SELECT app_orgs())::int[]));
CREATE POLICY jobseeker_change ON jobseeker FOR UPDATE TO ${APP_ROLE} USING (${jobseekerVisible('jobseeker')});
${countable('jobseeker', ['id', 'site_id', 'registered_on'])}`,
  ),
  personalRecord('group_membership', {
    changedBy: 'both_sides',
    countable: ['id', 'site_id', 'jobseeker_id', 'group_code', 'starts_on', 'ends_on'],
  }),
  personalRecord('wish', { changedBy: 'nobody' }),
  personalRecord('benefit', { changedBy: 'own_organisation' }),
  // By a name one is found by whoever recorded it under that name, and by whom these gave the identity to.
  policies(
    'jobseeker_search',
    `GRANT SELECT, INSERT, DELETE ON jobseeker_search TO ${APP_ROLE};
CREATE POLICY jobseeker_search_read ON jobseeker_search FOR SELECT TO ${APP_ROLE} USING (${recordVisible('jobseeker_search')});
CREATE POLICY jobseeker_search_write ON jobseeker_search FOR INSERT TO ${APP_ROLE}
  WITH CHECK (site_id = ANY ((SELECT app_sites())::int[]) AND org_id = ANY ((SELECT app_orgs())::int[]) AND EXISTS (SELECT 1 FROM jobseeker j
    WHERE j.id = jobseeker_search.jobseeker_id));
CREATE POLICY jobseeker_search_rewrite ON jobseeker_search FOR DELETE TO ${APP_ROLE} USING (site_id = ANY ((SELECT app_sites())::int[])
  AND org_id = ANY ((SELECT app_orgs())::int[]));`,
  ),
  ...IDENTITY_POLICIES,
];
