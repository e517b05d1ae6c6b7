import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classedTable } from './support/classed.js';
import { APP_ROLE, recordVisible, siteTable } from './support/policies.js';

/** What the unit of work writes beside every fact: timeline, audit, outbox, idempotency; and what the jobs leave behind. */
export class CreateWrittenRecords1000000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP FUNCTION audit_person_with_number(text), audit_openings(uuid[], interval); DROP TABLE monthly_report, notification, idempotency_key, outbox_message, audit_entry, timeline_entry CASCADE;',
    );
  }
}

const TABLES = [
  classedTable(
    'timeline_entry',
    `
  id uuid PRIMARY KEY, -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  org_id int NOT NULL REFERENCES organisation (id), -- personal
  jobseeker_id uuid NOT NULL REFERENCES jobseeker (id), -- personal
  support_case_id uuid REFERENCES support_case (id), -- personal
  kind text NOT NULL, -- personal 出来事(consultation.logged など)
  subject_type text NOT NULL, -- personal
  subject_id uuid NOT NULL, -- personal
  occurred_on date NOT NULL, -- personal 事実の日
  recorded_at timestamptz NOT NULL DEFAULT app_now(), -- public
  actor_staff_id uuid DEFAULT app_staff(), -- personal
  actor_side text, -- personal
  data jsonb NOT NULL DEFAULT '{}', -- special 表示に要る値(コードと日付だけ、文章は入れない)
  correlation_id uuid -- public`,
  ),
  'CREATE INDEX timeline_entry_by_case ON timeline_entry (support_case_id, occurred_on DESC, recorded_at DESC);',
  'CREATE INDEX timeline_entry_by_person ON timeline_entry (jobseeker_id, occurred_on DESC, recorded_at DESC);',
  classedTable(
    'audit_entry',
    `
  id uuid PRIMARY KEY, -- public
  at timestamptz NOT NULL DEFAULT app_now(), -- public
  site_id int, -- public
  org_id int, -- personal
  actor_staff_id uuid, -- personal
  actor_system text, -- public 取込・ジョブの名前
  action text NOT NULL, -- personal
  subject_type text NOT NULL, -- personal
  subject_id text NOT NULL, -- personal
  jobseeker_id uuid, -- personal
  changes jsonb NOT NULL DEFAULT '{}', -- protected 変わった項目(前→後)
  correlation_id uuid -- public`,
  ),
  'CREATE INDEX audit_entry_by_site ON audit_entry (site_id, at DESC);',
  'CREATE INDEX audit_entry_by_subject ON audit_entry (subject_type, subject_id, at DESC);',
  classedTable(
    'outbox_message',
    `
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- public
  topic text NOT NULL, -- public
  payload jsonb NOT NULL, -- personal 識別子だけ
  site_id int, -- public
  created_at timestamptz NOT NULL DEFAULT app_now(), -- public
  dispatched_at timestamptz -- public`,
  ),
  'CREATE INDEX outbox_message_waiting ON outbox_message (id) WHERE dispatched_at IS NULL;',
  classedTable(
    'idempotency_key',
    `
  staff_id uuid NOT NULL, -- personal
  key text NOT NULL, -- public
  purpose text NOT NULL, -- public
  content text, -- personal 送られた内容のハッシュ値
  result jsonb, -- personal
  created_at timestamptz NOT NULL DEFAULT app_now(), -- public
  CONSTRAINT idempotency_key_key PRIMARY KEY (staff_id, key)`,
  ),
  classedTable(
    'notification',
    `
  id uuid PRIMARY KEY, -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  staff_id uuid NOT NULL REFERENCES staff (id), -- personal
  kind text NOT NULL, -- public
  subject_type text NOT NULL, -- public
  subject_id uuid NOT NULL, -- personal
  jobseeker_id uuid, -- personal 名前は開くときに見える範囲で引く
  due_on date, -- personal
  created_at timestamptz NOT NULL DEFAULT app_now(), -- public
  read_at timestamptz, -- public
  CONSTRAINT notification_once UNIQUE (staff_id, kind, subject_id, due_on)`,
  ),
  'CREATE INDEX notification_unread ON notification (staff_id, created_at DESC);',
  classedTable(
    'monthly_report',
    `
  id uuid PRIMARY KEY, -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  month text NOT NULL, -- public YYYY-MM
  made_at timestamptz NOT NULL DEFAULT app_now(), -- public
  figures jsonb NOT NULL, -- public 数だけ
  CONSTRAINT monthly_report_once UNIQUE (site_id, month)`,
  ),
];

const POLICIES = `
ALTER TABLE timeline_entry ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON timeline_entry TO ${APP_ROLE};
CREATE POLICY timeline_read ON timeline_entry FOR SELECT TO ${APP_ROLE} USING (${recordVisible('timeline_entry')});
CREATE POLICY timeline_write ON timeline_entry FOR INSERT TO ${APP_ROLE}
  WITH CHECK (site_id = ANY (app_sites()) AND org_id = ANY (app_orgs()));

-- Anyone's act is written down; reading what was written is the auditor's alone, and nobody changes it.
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON audit_entry TO ${APP_ROLE};
CREATE POLICY audit_write ON audit_entry FOR INSERT TO ${APP_ROLE} WITH CHECK (actor_staff_id IS NOT DISTINCT FROM app_staff());
CREATE POLICY audit_read ON audit_entry FOR SELECT TO ${APP_ROLE}
  USING (app_role() = 'auditor' AND site_id = ANY (app_sites()) AND (org_id IS NULL OR org_id = ANY (app_orgs())));

-- An auditor may ask for anybody's entries by number, also of people whose record is closed to them; told is the id alone.
CREATE FUNCTION audit_person_with_number(p_number text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM jobseeker WHERE number = p_number AND site_id = ANY (app_sites()) AND app_role() = 'auditor' $$;
REVOKE ALL ON FUNCTION audit_person_with_number(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_person_with_number(text) TO ${APP_ROLE};

-- Who opens a protected person's record is written down, once per reader and person within a while. Whether it was written before
-- is this function's to look up: a reader may not.
CREATE FUNCTION audit_openings(p_people uuid[], p_within interval) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  -- Parts of one page are read side by side.
  PERFORM pg_advisory_xact_lock(hashtextextended('audit_openings ' || app_staff(), 0));
  INSERT INTO audit_entry (id, site_id, org_id, actor_staff_id, action, subject_type, subject_id, jobseeker_id)
    SELECT gen_random_uuid(), j.site_id, s.organisation_id, s.id, 'jobseeker.opened', 'jobseeker', j.id, j.id
    FROM jobseeker j JOIN staff s ON s.id = app_staff()
    WHERE j.id = ANY (p_people) AND j.site_id = ANY (app_sites()) AND j.protected_until >= app_today()
      AND NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.subject_type = 'jobseeker' AND e.subject_id = j.id::text AND e.action = 'jobseeker.opened'
        AND e.actor_staff_id = s.id AND e.at > app_now() - p_within);
END $$;
REVOKE ALL ON FUNCTION audit_openings(uuid[], interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_openings(uuid[], interval) TO ${APP_ROLE};

ALTER TABLE outbox_message ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON outbox_message TO ${APP_ROLE};
CREATE POLICY outbox_write ON outbox_message FOR INSERT TO ${APP_ROLE} WITH CHECK (app_staff() IS NOT NULL OR app_system() IS NOT NULL);
CREATE POLICY outbox_dispatch ON outbox_message FOR SELECT TO ${APP_ROLE} USING (app_system() = 'outbox');
CREATE POLICY outbox_dispatched ON outbox_message FOR UPDATE TO ${APP_ROLE} USING (app_system() = 'outbox');

ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON idempotency_key TO ${APP_ROLE};
CREATE POLICY idempotency_own ON idempotency_key FOR ALL TO ${APP_ROLE} USING (staff_id = app_staff());

ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON notification TO ${APP_ROLE};
CREATE POLICY notification_own ON notification FOR SELECT TO ${APP_ROLE} USING (staff_id = app_staff());
CREATE POLICY notification_read ON notification FOR UPDATE TO ${APP_ROLE} USING (staff_id = app_staff());
CREATE POLICY notification_send ON notification FOR INSERT TO ${APP_ROLE} WITH CHECK (app_system() = 'worker' AND site_id = ANY (app_sites()));
CREATE POLICY notification_sent ON notification FOR SELECT TO ${APP_ROLE} USING (app_system() = 'worker' AND site_id = ANY (app_sites()));

${siteTable('monthly_report')}
`;
