import { APP_ROLE, personalRecord, policies, type RepeatableSql } from '../../platform/sql/index.js';

/** What a name and an age are told by. */
const NAMES = [
  'family_name',
  'given_name',
  'family_kana',
  'given_kana',
  'former_name',
  'kana_key',
  'birth_date',
  'age_band',
];
const names = NAMES.join(', ');
const ofRow = (row: string): string => NAMES.map((name) => `${row}.${name}`).join(', ');

/**
 * Tables in which an organisation records something about a person. A line of the timeline is the trace of an act and no record of its own: who
 * passes on that a consent was withdrawn keeps nothing by it.
 */
const RECORDS = [
  'group_membership',
  'wish',
  'benefit',
  'consent',
  'support_case',
  'case_transition',
  'case_assignment',
  'support_request',
  'support_plan',
  'support_plan_version',
  'plan_step',
  'plan_review',
  'consultation',
  'consultation_addendum',
  'next_action',
  'condition_negotiation',
  'referral',
  'interview',
  'offer',
  'placement',
  'retention_contact',
  'jobseeker_contact',
  'jobseeker_circumstances',
  'jobseeker_health',
] as const;
/** Those of a case: who writes one keeps the frame of the case. */
const RECORDS_OF_CASES = [
  'case_transition',
  'case_assignment',
  'support_request',
  'support_plan',
  'consultation',
  'next_action',
  'condition_negotiation',
  'referral',
  'interview',
  'offer',
  'placement',
] as const;

const afterInsert = (table: string, routine: string): string =>
  `CREATE TRIGGER ${routine} AFTER INSERT ON ${table} REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION ${routine}();`;

/**
 * What an organisation keeps follows from what it writes, by whatever way it writes: no record is ever without a reader. With the rights of the owner,
 * because what follows is nobody's to write.
 */
export const IDENTITY_TRIGGERS: RepeatableSql = {
  name: 'triggers identity',
  apply: `
-- Whoever is given the identity knows the person by a copy of the giver's, and by its newest where it was given before.
CREATE OR REPLACE FUNCTION share_identity() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO jobseeker_identity AS known (site_id, org_id, jobseeker_id, basis, from_org, ${names})
  SELECT DISTINCT ON (w.jobseeker_id, w.receiver_org) g.site_id, w.receiver_org, w.jobseeker_id, 'shared', w.giver_org, ${ofRow('g')}
  FROM written w JOIN jobseeker_identity g ON g.jobseeker_id = w.jobseeker_id AND g.org_id = w.giver_org AND g.basis <> 'shared'
  WHERE w.category = 'identity' AND w.giver_org <> w.receiver_org
  ORDER BY w.jobseeker_id, w.receiver_org, w.starts_on DESC
  ON CONFLICT (jobseeker_id, org_id) DO UPDATE SET from_org = excluded.from_org,
    ${NAMES.map((name) => `${name} = excluded.${name}`).join(', ')}
  WHERE known.basis = 'shared' OR (known.basis = 'recorded' AND known.from_org = excluded.from_org);
  RETURN NULL;
END $$;
${afterInsert('sharing_grant', 'share_identity')}

-- Whoever was given the identity follows its giver while it is shared, also once it keeps the name for good; whoever registered the person
-- or named them itself is not touched.
CREATE OR REPLACE FUNCTION follow_identity() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE jobseeker_identity i SET (${names}) = (SELECT ${ofRow('NEW')}), version = i.version + 1, named_at = NEW.named_at,
    updated_at = NEW.updated_at, updated_by = NEW.updated_by
  WHERE i.jobseeker_id = NEW.jobseeker_id AND i.from_org = NEW.org_id AND i.basis <> 'registered'
    AND EXISTS (SELECT 1 FROM sharing_grant g WHERE g.jobseeker_id = NEW.jobseeker_id AND g.receiver_org = i.org_id AND g.category = 'identity'
      AND g.giver_org = NEW.org_id AND g.starts_on <= (SELECT app_today()) AND (g.ends_on IS NULL OR g.ends_on > (SELECT app_today())));
  RETURN NULL;
END $$;
CREATE TRIGGER follow_identity AFTER UPDATE ON jobseeker_identity FOR EACH ROW
  WHEN (NEW.from_org IS NULL AND (${ofRow('NEW')}) IS DISTINCT FROM (${ofRow('OLD')})) EXECUTE FUNCTION follow_identity();

-- With the name follow the keys it is found by; those of an earlier name stay, for it was recorded under that.
CREATE OR REPLACE FUNCTION follow_search_keys() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO jobseeker_search (jobseeker_id, site_id, org_id, key)
  SELECT w.jobseeker_id, w.site_id, i.org_id, w.key FROM written w JOIN jobseeker_identity i ON i.jobseeker_id = w.jobseeker_id AND i.from_org = w.org_id
    AND i.basis = 'recorded'
  WHERE EXISTS (SELECT 1 FROM sharing_grant g WHERE g.jobseeker_id = w.jobseeker_id AND g.receiver_org = i.org_id AND g.category = 'identity'
    AND g.giver_org = w.org_id AND g.starts_on <= (SELECT app_today()) AND (g.ends_on IS NULL OR g.ends_on > (SELECT app_today())))
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_search_keys AFTER INSERT ON jobseeker_search REFERENCING NEW TABLE AS written FOR EACH STATEMENT
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION follow_search_keys();

-- With the first record an organisation writes about a person it knows them for good: by the name of that day.
CREATE OR REPLACE FUNCTION keep_identity() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  WITH kept AS (
    UPDATE jobseeker_identity i SET basis = 'recorded' FROM (SELECT DISTINCT w.jobseeker_id, w.org_id FROM written w) w
    WHERE i.jobseeker_id = w.jobseeker_id AND i.org_id = w.org_id AND i.basis = 'shared' RETURNING i.site_id, i.jobseeker_id, i.org_id, i.from_org),
  granted AS (
    INSERT INTO sharing_grant (site_id, jobseeker_id, giver_org, receiver_org, category, basis, starts_on)
    SELECT k.site_id, k.jobseeker_id, k.org_id, k.org_id, 'identity', 'recorded', coalesce((SELECT app_today()), current_date) FROM kept k)
  INSERT INTO jobseeker_search (jobseeker_id, site_id, org_id, key)
  SELECT s.jobseeker_id, s.site_id, k.org_id, s.key FROM kept k JOIN jobseeker_search s ON s.jobseeker_id = k.jobseeker_id AND s.org_id = k.from_org
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
${RECORDS.map((table) => afterInsert(table, 'keep_identity')).join('\n')}

-- Whoever gives the person another name than it was told knows them by that.
CREATE OR REPLACE FUNCTION keep_name() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE jobseeker_identity i SET basis = 'recorded' WHERE i.id = NEW.id;
  INSERT INTO sharing_grant (site_id, jobseeker_id, giver_org, receiver_org, category, basis, starts_on)
  VALUES (NEW.site_id, NEW.jobseeker_id, NEW.org_id, NEW.org_id, 'identity', 'recorded', coalesce((SELECT app_today()), current_date));
  RETURN NULL;
END $$;
CREATE TRIGGER keep_name AFTER UPDATE OF from_org ON jobseeker_identity FOR EACH ROW
  WHEN (NEW.basis = 'shared' AND OLD.from_org IS NOT NULL AND NEW.from_org IS NULL) EXECUTE FUNCTION keep_name();

-- The frame of the case in which it wrote: where it stands, not what others wrote in it.
CREATE OR REPLACE FUNCTION keep_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO kept_record (record_id, org_id, site_id, jobseeker_id)
  SELECT DISTINCT c.id, w.org_id, c.site_id, c.jobseeker_id FROM written w JOIN support_case c ON c.id = w.support_case_id AND c.org_id <> w.org_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
${RECORDS_OF_CASES.map((table) => afterInsert(table, 'keep_case')).join('\n')}

-- The version of the plan that was agreed to while somebody of the organisation was on the team, and its steps.
CREATE OR REPLACE FUNCTION keep_plan() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO kept_record (record_id, org_id, site_id, jobseeker_id)
  SELECT DISTINCT kept.id, a.staff_org_id, NEW.site_id, NEW.jobseeker_id
  FROM support_plan p JOIN case_assignment a ON a.support_case_id = p.support_case_id AND a.starts_on <= NEW.agreed_on
    AND (a.ends_on IS NULL OR a.ends_on > NEW.agreed_on)
  CROSS JOIN LATERAL (VALUES (p.id, p.org_id), (NEW.id, NEW.org_id)) kept (id, org_id)
  WHERE p.id = NEW.support_plan_id AND a.staff_org_id <> kept.org_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_plan AFTER INSERT OR UPDATE OF agreed_on ON support_plan_version FOR EACH ROW
  WHEN (NEW.agreed_on IS NOT NULL) EXECUTE FUNCTION keep_plan();
`,
  remove: `DROP FUNCTION IF EXISTS share_identity(), follow_identity(), follow_search_keys(), keep_identity(), keep_name(), keep_case(), keep_plan() CASCADE`,
};

/** Name and number as each organisation knows them, what each wrote of the person, and what it keeps. */
export const IDENTITY_POLICIES = [
  personalRecord('jobseeker_identity', { changedBy: 'own_organisation', given: "basis <> 'shared'" }),
  personalRecord('jobseeker_contact', { changedBy: 'own_organisation' }),
  personalRecord('jobseeker_circumstances', { changedBy: 'own_organisation' }),
  personalRecord('jobseeker_health', { changedBy: 'own_organisation' }),
  policies(
    'kept_record',
    `GRANT SELECT ON kept_record TO ${APP_ROLE};
CREATE POLICY kept_record_own ON kept_record FOR SELECT TO ${APP_ROLE} USING (site_id = ANY ((SELECT app_sites())::int[])
  AND org_id = ANY ((SELECT app_orgs())::int[]));`,
  ),
];
