import { APP_ROLE, policies, recordVisible, routines, purgeRoutine } from '../../sql/index.js';

export const AUDIT_ROUTINES = routines(
  'audit',
  `
-- An auditor may ask for anybody's entries by number, also of people whose record is closed to them; told is the id alone.
CREATE OR REPLACE FUNCTION audit_person_with_number(p_number text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM jobseeker WHERE number = p_number AND site_id = ANY ((SELECT app_sites())::int[]) AND (SELECT app_role()) = 'auditor' $$;
REVOKE ALL ON FUNCTION audit_person_with_number(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_person_with_number(text) TO ${APP_ROLE};

-- What was done, of whoever is let in and at their moment: neither is the caller's to say.
CREATE OR REPLACE FUNCTION write_audit(p_rows jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE acting uuid := (SELECT app_staff()); machine text := (SELECT app_system()); site int; org int;
BEGIN
  IF acting IS NULL AND machine IS NULL THEN RAISE EXCEPTION 'nobody acts' USING ERRCODE = 'insufficient_privilege'; END IF;
  -- A job acts for nobody, or for the one organisation whose records it changes.
  IF acting IS NOT NULL OR cardinality((SELECT app_orgs())) = 1 THEN site := (app_sites())[1]; org := (app_orgs())[1]; END IF;
  INSERT INTO audit_entry (id, at, site_id, org_id, actor_staff_id, actor_system, action, subject_type, subject_id, jobseeker_id, changes, correlation_id)
    SELECT r.id, (SELECT app_now()), site, org, acting, machine, r.action, r.subject_type, r.subject_id, r.jobseeker_id, r.changes, r.correlation_id
    FROM jsonb_to_recordset(p_rows) AS r(id uuid, action text, subject_type text, subject_id text, jobseeker_id uuid, changes jsonb, correlation_id uuid);
END $$;
REVOKE ALL ON FUNCTION write_audit(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION write_audit(jsonb) TO ${APP_ROLE};

-- Who opens a protected person's record is written down, once per reader and person within a while. Whether it was written before
-- is this function's to look up: a reader may not.
CREATE OR REPLACE FUNCTION audit_openings(p_people uuid[], p_within interval) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  -- Parts of one page are read side by side.
  PERFORM pg_advisory_xact_lock(hashtextextended('audit_openings ' || (SELECT app_staff()), 0));
  INSERT INTO audit_entry (id, site_id, org_id, actor_staff_id, action, subject_type, subject_id, jobseeker_id)
    SELECT gen_random_uuid(), j.site_id, s.organisation_id, s.id, 'jobseeker.opened', 'jobseeker', j.id, j.id
    FROM jobseeker j JOIN staff s ON s.id = (SELECT app_staff())
    WHERE j.id = ANY (p_people) AND j.site_id = ANY ((SELECT app_sites())::int[]) AND j.protected_until >= (SELECT app_today())
      AND NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.subject_type = 'jobseeker' AND e.subject_id = j.id::text AND e.action = 'jobseeker.opened'
        AND e.actor_staff_id = s.id AND e.at > (SELECT app_now()) - p_within);
END $$;
REVOKE ALL ON FUNCTION audit_openings(uuid[], interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_openings(uuid[], interval) TO ${APP_ROLE};
`,
  'DROP FUNCTION IF EXISTS write_audit(jsonb)',
);

/** What the unit of work writes beside the row of a use case. */
export const WRITTEN_RECORD_POLICIES = [
  policies(
    'timeline_entry',
    `GRANT SELECT, INSERT ON timeline_entry TO ${APP_ROLE};
CREATE POLICY timeline_read ON timeline_entry FOR SELECT TO ${APP_ROLE} USING (${recordVisible('timeline_entry')});
CREATE POLICY timeline_write ON timeline_entry FOR INSERT TO ${APP_ROLE}
  WITH CHECK (site_id = ANY ((SELECT app_sites())::int[]) AND org_id = ANY ((SELECT app_orgs())::int[]));`,
  ),
  // Anyone's act is written down, by write_audit; reading what was written is the auditor's alone, and nobody changes it.
  policies(
    'audit_entry',
    `GRANT SELECT ON audit_entry TO ${APP_ROLE};
CREATE POLICY audit_read ON audit_entry FOR SELECT TO ${APP_ROLE}
  USING ((SELECT app_role()) = 'auditor' AND site_id = ANY ((SELECT app_sites())::int[]) AND (org_id IS NULL OR org_id = ANY ((SELECT app_orgs())::int[])));`,
  ),
  policies(
    'outbox_message',
    // In one's own name and at one's own site; that it was handed on is the dispatcher's to say.
    `GRANT SELECT, INSERT (topic, payload, site_id), UPDATE (dispatched_at, handled_at) ON outbox_message TO ${APP_ROLE};
CREATE POLICY outbox_write ON outbox_message FOR INSERT TO ${APP_ROLE} WITH CHECK (
  CASE WHEN (SELECT app_staff()) IS NULL THEN (SELECT app_system()) IS NOT NULL
    ELSE site_id = ANY ((SELECT app_sites())::int[]) AND coalesce(payload #>> '{author,staffId}', (SELECT app_staff())::text) = (SELECT app_staff())::text END);
CREATE POLICY outbox_dispatch ON outbox_message FOR SELECT TO ${APP_ROLE} USING ((SELECT app_system()) = 'outbox');
CREATE POLICY outbox_dispatched ON outbox_message FOR UPDATE TO ${APP_ROLE} USING ((SELECT app_system()) = 'outbox');`,
  ),
  policies(
    'idempotency_key',
    `GRANT SELECT, INSERT, UPDATE ON idempotency_key TO ${APP_ROLE};
CREATE POLICY idempotency_own ON idempotency_key FOR ALL TO ${APP_ROLE} USING (staff_id = (SELECT app_staff()));`,
  ),
];

/** Keys of what was sent, and messages that were handed on. */
export const WRITTEN_RECORD_PURGES = routines(
  'keys and messages handed on',
  purgeRoutine('purge_idempotency_keys', 'idempotency_key', 't.created_at < p_before') +
    purgeRoutine('purge_outbox_messages', 'outbox_message', 't.dispatched_at < p_before'),
  'DROP FUNCTION IF EXISTS purge_idempotency_keys(timestamptz), purge_outbox_messages(timestamptz)',
);
