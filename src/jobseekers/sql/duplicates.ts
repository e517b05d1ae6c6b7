import { APP_ROLE, policies, type RepeatableSql, routines } from '../../platform/sql/index.js';

/** Whether a person is under 支援措置 today. */
const protectedToday = (person: string): string => `coalesce(${person}.protected_until >= (SELECT app_today()), false)`;

export const DUPLICATE_ROUTINES = routines(
  'duplicates',
  `
-- Asks for a look, whatever there is to be found: what is written, and how long that takes, is the same for everybody. p_seen: records the actor saw.
CREATE OR REPLACE FUNCTION want_duplicate_look(p_person uuid, p_seen uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  INSERT INTO duplicate_look (jobseeker_id, org_id, site_id, seen)
  SELECT n.jobseeker_id, n.org_id, n.site_id, p_seen FROM jobseeker_identity n
  WHERE n.jobseeker_id = p_person AND n.site_id = ANY ((SELECT app_sites())::int[]) AND n.org_id = ANY ((SELECT app_orgs())::int[])
  ON CONFLICT (jobseeker_id, org_id) DO UPDATE SET seen = excluded.seen $$;
REVOKE ALL ON FUNCTION want_duplicate_look(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION want_duplicate_look(uuid, uuid[]) TO ${APP_ROLE};

-- Looks for those registered or renamed until the week before, and puts the question to whoever knew such a person first: who writes a name is not
-- asked about those who bore it before, for that would tell. Coarser than duplicateLikelihood (libs/domain/jobseeker), because a person decides. That
-- somebody in hiding was registered is asked of nobody: the look waits for the end of that.
CREATE OR REPLACE FUNCTION ask_about_duplicates() RETURNS TABLE (id uuid, site_id int) LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  WITH due AS (
    DELETE FROM duplicate_look l USING jobseeker j
    WHERE (SELECT app_system()) = 'worker' AND l.site_id = ANY ((SELECT app_sites())::int[]) AND j.id = l.jobseeker_id
      AND l.wanted_on < date_trunc('week', (SELECT app_today()))::date AND NOT ${protectedToday('j')} RETURNING l.*),
  found AS (
    SELECT DISTINCT ON (n.jobseeker_id, o.jobseeker_id) n.site_id, n.jobseeker_id, n.org_id AS asking_org, o.jobseeker_id AS other_id, o.org_id AS asked_org
    FROM due d JOIN jobseeker_identity n ON n.jobseeker_id = d.jobseeker_id AND n.org_id = d.org_id AND n.basis <> 'shared'
    JOIN jobseeker_identity o ON o.site_id = n.site_id AND o.jobseeker_id <> n.jobseeker_id AND o.jobseeker_id <> ALL (d.seen) AND o.basis <> 'shared'
      AND (o.named_at, o.jobseeker_id) < (n.named_at, n.jobseeker_id)
      AND ((o.kana_key = n.kana_key AND (o.birth_date IS NULL OR n.birth_date IS NULL OR o.birth_date = n.birth_date))
        OR (o.given_kana = n.given_kana AND o.birth_date = n.birth_date))
    JOIN jobseeker j ON j.id = o.jobseeker_id
    ORDER BY n.jobseeker_id, o.jobseeker_id, (o.org_id = j.org_id) DESC, o.org_id),
  noted AS (
    INSERT INTO duplicate_suspicion AS s (site_id, jobseeker_id, other_jobseeker_id, asking_org, asked_org)
    SELECT f.site_id, f.jobseeker_id, f.other_id, f.asking_org, f.asked_org FROM found f
    ON CONFLICT DO NOTHING RETURNING s.*)
  INSERT INTO duplicate_question AS q (site_id, org_id, jobseeker_id, about_org, suspicion_id)
  SELECT s.site_id, s.asked_org, s.other_jobseeker_id, s.asking_org, s.id FROM noted s RETURNING q.id, q.site_id $$;
REVOKE ALL ON FUNCTION ask_about_duplicates() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ask_about_duplicates() TO ${APP_ROLE};

-- Answers to the two halves of a pair wait for each other.
CREATE OR REPLACE FUNCTION hold_duplicate(p_question uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT FROM duplicate_suspicion d WHERE d.id = (SELECT q.suspicion_id FROM duplicate_question q WHERE q.id = p_question) FOR UPDATE $$;
REVOKE ALL ON FUNCTION hold_duplicate(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_duplicate(uuid) TO ${APP_ROLE};

-- Who is to be told of a question: those who may answer it, or the other side's once both answers make a result. As in the policy: the administrators, of
-- somebody protected the named few.
CREATE OR REPLACE FUNCTION told_of_duplicate(p_question uuid) RETURNS TABLE (staff_id uuid, kind text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  WITH asked AS (
    SELECT t.jobseeker_id, t.org_id, q.answered_by, CASE WHEN q.result = 'open' THEN 'duplicate_asked' ELSE 'duplicate_decided' END AS kind
    FROM duplicate_question q JOIN duplicate_question t ON t.suspicion_id = q.suspicion_id
    WHERE q.id = p_question AND (SELECT app_system()) = 'worker' AND q.site_id = ANY ((SELECT app_sites())::int[])
      AND CASE WHEN q.state = 'open' THEN t.id = q.id ELSE t.id <> q.id END AND (q.result <> 'open' OR t.state = 'open'))
  SELECT DISTINCT s.id, a.kind FROM asked a JOIN jobseeker j ON j.id = a.jobseeker_id JOIN staff s ON s.organisation_id = a.org_id
  WHERE s.id IS DISTINCT FROM a.answered_by
    AND s.employed_from <= (SELECT app_today()) AND (s.employed_until IS NULL OR s.employed_until > (SELECT app_today()))
    AND EXISTS (SELECT 1 FROM staff_site p WHERE p.staff_id = s.id AND p.site_id = j.site_id
      AND p.starts_on <= (SELECT app_today()) AND (p.ends_on IS NULL OR p.ends_on > (SELECT app_today())))
    AND CASE WHEN ${protectedToday('j')}
      THEN (s.role = 'supervisor' AND s.organisation_id = j.org_id)
        OR EXISTS (SELECT 1 FROM case_assignment c WHERE c.jobseeker_id = j.id AND c.staff_id = s.id
          AND c.starts_on <= (SELECT app_today()) AND (c.ends_on IS NULL OR c.ends_on > (SELECT app_today())))
        OR (s.id = j.created_by AND NOT EXISTS (SELECT 1 FROM case_assignment c WHERE c.jobseeker_id = j.id))
      ELSE s.role = 'site_administrator' END $$;
REVOKE ALL ON FUNCTION told_of_duplicate(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION told_of_duplicate(uuid) TO ${APP_ROLE};
`,
  'DROP FUNCTION IF EXISTS want_duplicate_look(uuid, uuid[]), ask_about_duplicates(), hold_duplicate(uuid), told_of_duplicate(uuid)',
);

export const DUPLICATE_POLICIES = [
  // Pairs are nobody's to read: an id alone tells when a record was made. So are looks that wait.
  policies('duplicate_suspicion', ''),
  policies('duplicate_look', ''),
  policies(
    'duplicate_question',
    `GRANT SELECT (id, site_id, org_id, jobseeker_id, about_org, state, result, note, answered_at, answered_by) ON duplicate_question TO ${APP_ROLE};
GRANT UPDATE (state, note, answered_at, answered_by) ON duplicate_question TO ${APP_ROLE};
-- Each sees its own record and that there is a question, never the other's: the administrator, or of somebody protected those who may see them.
CREATE POLICY duplicate_question_own ON duplicate_question FOR ALL TO ${APP_ROLE}
  USING (site_id = ANY ((SELECT app_sites())::int[]) AND org_id = ANY ((SELECT app_orgs())::int[])
    AND EXISTS (SELECT 1 FROM jobseeker j WHERE j.id = duplicate_question.jobseeker_id AND CASE WHEN ${protectedToday('j')}
      -- Whoever broke the glass sees the person, and answers for nobody.
      THEN app_is_assigned(j.id) OR ((SELECT app_role()) = 'supervisor' AND j.org_id = ANY ((SELECT app_orgs())::int[]))
      ELSE (SELECT app_role()) = 'site_administrator' END));`,
  ),
];

/** What both answers make, whoever answers; where the first says that it may be, the other side is asked. */
export const DUPLICATE_TRIGGERS: RepeatableSql = {
  name: 'triggers duplicates',
  apply: `
CREATE OR REPLACE FUNCTION settle_duplicate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE pair duplicate_suspicion; outcome text;
BEGIN
  SELECT * INTO pair FROM duplicate_suspicion d WHERE d.id = NEW.suspicion_id;
  IF NEW.state = 'same_person' AND NEW.jobseeker_id = pair.other_jobseeker_id THEN
    INSERT INTO duplicate_question (site_id, org_id, jobseeker_id, about_org, suspicion_id)
    VALUES (pair.site_id, pair.asking_org, pair.jobseeker_id, pair.asked_org, pair.id) ON CONFLICT DO NOTHING;
  END IF;
  SELECT CASE WHEN bool_or(q.state = 'different') THEN 'different' WHEN count(*) = 2 AND bool_and(q.state = 'same_person') THEN 'same_person' ELSE 'open' END
  INTO outcome FROM duplicate_question q WHERE q.suspicion_id = pair.id;
  UPDATE duplicate_suspicion d SET state = outcome, decided_at = CASE WHEN outcome <> 'open' THEN (SELECT app_now()) END WHERE d.id = pair.id;
  UPDATE duplicate_question q SET result = outcome WHERE q.suspicion_id = pair.id;
  RETURN NULL;
END $$;
CREATE TRIGGER settle_duplicate AFTER UPDATE OF state ON duplicate_question FOR EACH ROW EXECUTE FUNCTION settle_duplicate();
`,
  remove: 'DROP FUNCTION IF EXISTS settle_duplicate() CASCADE',
};
