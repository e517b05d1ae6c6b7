import { APP_ROLE, policies, routines } from '../../platform/sql/index.js';

export const DUPLICATE_ROUTINES = routines(
  'duplicates',
  `
-- A likely duplicate that the person registering may not see must not be told to them: it goes to the administrator's
-- queue. Coarser than duplicateLikelihood (libs/domain/jobseeker), because a person decides. p_seen: records the actor saw.
CREATE OR REPLACE FUNCTION note_hidden_duplicates(p_jobseeker uuid, p_seen uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  INSERT INTO duplicate_suspicion (site_id, jobseeker_id, other_jobseeker_id, strength)
  SELECT n.site_id, n.jobseeker_id, o.jobseeker_id, max(CASE WHEN o.kana_key = n.kana_key AND o.birth_date = n.birth_date THEN 'strong' ELSE 'possible' END)
  FROM jobseeker_identity n JOIN jobseeker_identity o ON o.site_id = n.site_id AND o.jobseeker_id <> n.jobseeker_id AND o.jobseeker_id <> ALL (p_seen)
  WHERE n.jobseeker_id = p_jobseeker AND n.site_id = ANY (app_sites()) AND n.org_id = ANY (app_orgs())
    AND ((o.kana_key = n.kana_key AND (o.birth_date IS NULL OR n.birth_date IS NULL OR o.birth_date = n.birth_date))
      OR (o.given_kana = n.given_kana AND o.birth_date = n.birth_date))
  GROUP BY 1, 2, 3
  ON CONFLICT DO NOTHING $$;

-- That a namesake is protected is itself the secret: a pair is known only where every protected person in it was registered.
-- Two protected by different organisations are therefore known to nobody: whichever was told would learn of the other's.
CREATE OR REPLACE FUNCTION app_may_know_pair(p_one uuid, p_other uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER COST 1000
SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (SELECT 1 FROM jobseeker j WHERE j.id IN (p_one, p_other)
    AND j.protected_until >= app_today() AND (j.org_id = ANY (app_orgs())) IS NOT TRUE) $$;

-- What the administrator decides by. Names of protected persons stay out of it; so does everything but these columns.
CREATE OR REPLACE FUNCTION duplicate_queue() RETURNS TABLE (
  id uuid, strength text, state text, noted_at timestamptz, decided_at timestamptz, decided_by text, note text, one jsonb, other jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH person AS (
    SELECT j.id, jsonb_build_object('number', j.number, 'organisationName', o.name, 'registeredOn', j.registered_on,
      'isProtected', p.is_protected, 'kana', CASE WHEN NOT p.is_protected THEN i.family_kana || ' ' || i.given_kana END,
      'birthDate', CASE WHEN NOT p.is_protected THEN i.birth_date END) AS shown
    FROM jobseeker j JOIN organisation o ON o.id = j.org_id JOIN jobseeker_identity i ON i.jobseeker_id = j.id AND i.org_id = j.org_id,
      LATERAL (SELECT coalesce(j.protected_until >= app_today(), false) AS is_protected) p
    WHERE j.site_id = ANY (app_sites()))
  SELECT d.id, d.strength, d.state, d.noted_at, d.decided_at, s.name, d.note, one.shown, other.shown
  FROM duplicate_suspicion d JOIN person one ON one.id = d.jobseeker_id JOIN person other ON other.id = d.other_jobseeker_id
  LEFT JOIN staff s ON s.id = d.decided_by
  WHERE d.site_id = ANY (app_sites()) AND app_role() = 'site_administrator'
    AND app_may_know_pair(d.jobseeker_id, d.other_jobseeker_id) $$;
`,
);

export const DUPLICATE_POLICIES = policies(
  'duplicate_suspicion',
  `GRANT SELECT, INSERT, UPDATE ON duplicate_suspicion TO ${APP_ROLE};
CREATE POLICY duplicate_queue ON duplicate_suspicion FOR ALL TO ${APP_ROLE}
  USING (site_id = ANY (app_sites()) AND app_role() = 'site_administrator' AND app_may_know_pair(jobseeker_id, other_jobseeker_id));`,
);
