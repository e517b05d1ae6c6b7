import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classedTable } from './support/classed.js';

const STATES = `('open', 'same_person', 'different')`;

/**
 * Of two records that may be one person each organisation is asked about its own alone. What one administrator decided for both is kept as the answer of that
 * organisation; its words are told to the other no longer.
 */
export class AskAboutDuplicates1000000000160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  classedTable(
    'duplicate_look',
    `
  jobseeker_id uuid NOT NULL REFERENCES jobseeker (id), -- personal
  org_id int NOT NULL REFERENCES organisation (id), -- personal
  site_id int NOT NULL REFERENCES site (id), -- public
  seen uuid[] NOT NULL, -- personal 登録した職員に見えていた記録
  wanted_on date NOT NULL DEFAULT app_today(), -- public
  CONSTRAINT duplicate_look_once PRIMARY KEY (jobseeker_id, org_id)`,
  ),
  // The newest of two that say the same of a pair; a decided one before one that waits.
  `DELETE FROM duplicate_suspicion d USING duplicate_suspicion e
     WHERE d.jobseeker_id = e.other_jobseeker_id AND d.other_jobseeker_id = e.jobseeker_id
       AND (d.state = 'open', d.noted_at, d.id) > (e.state = 'open', e.noted_at, e.id)`,
  `ALTER TABLE duplicate_suspicion ADD COLUMN asking_org int REFERENCES organisation (id), ADD COLUMN asked_org int REFERENCES organisation (id)`,
  `UPDATE duplicate_suspicion d SET asking_org = one.org_id, asked_org = other.org_id FROM jobseeker one, jobseeker other
     WHERE one.id = d.jobseeker_id AND other.id = d.other_jobseeker_id`,
  'ALTER TABLE duplicate_suspicion ALTER COLUMN asking_org SET NOT NULL, ALTER COLUMN asked_org SET NOT NULL',
  `COMMENT ON COLUMN duplicate_suspicion.asking_org IS 'personal: 後に登録した機関'`,
  `COMMENT ON COLUMN duplicate_suspicion.asked_org IS 'personal: 先に知っていた機関'`,
  `CREATE UNIQUE INDEX duplicate_suspicion_one_a_pair ON duplicate_suspicion
     (least(jobseeker_id, other_jobseeker_id), greatest(jobseeker_id, other_jobseeker_id))`,
  classedTable(
    'duplicate_question',
    `
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  org_id int NOT NULL REFERENCES organisation (id), -- personal 尋ねられた機関
  jobseeker_id uuid NOT NULL REFERENCES jobseeker (id), -- personal その機関の記録
  about_org int NOT NULL REFERENCES organisation (id), -- personal 相手の機関
  suspicion_id uuid NOT NULL REFERENCES duplicate_suspicion (id), -- personal
  state text NOT NULL DEFAULT 'open' CONSTRAINT duplicate_question_state CHECK (state IN ${STATES}), -- personal 回答
  result text NOT NULL DEFAULT 'open' CONSTRAINT duplicate_question_result CHECK (result IN ${STATES}), -- personal 両方の回答の結果
  note text, -- personal 自機関の根拠
  answered_at timestamptz, -- public
  answered_by uuid REFERENCES staff (id), -- public
  CONSTRAINT duplicate_question_answered CHECK ((state = 'open') = (answered_at IS NULL)),
  CONSTRAINT duplicate_question_once UNIQUE (suspicion_id, jobseeker_id)`,
  ),
  'CREATE INDEX duplicate_question_by_org ON duplicate_question (org_id, site_id)',
  // What waits is put to whoever knew the person first; about somebody in hiding only once the protection is over.
  `INSERT INTO duplicate_look (jobseeker_id, org_id, site_id, seen, wanted_on)
     SELECT DISTINCT j.id, j.org_id, j.site_id, '{}'::uuid[], current_date FROM duplicate_suspicion d JOIN jobseeker j ON j.id = d.jobseeker_id
     WHERE d.state = 'open' AND j.protected_until >= current_date`,
  `DELETE FROM duplicate_suspicion d USING jobseeker j WHERE j.id = d.jobseeker_id AND d.state = 'open' AND j.protected_until >= current_date`,
  `INSERT INTO duplicate_question (site_id, org_id, jobseeker_id, about_org, suspicion_id)
     SELECT site_id, asked_org, other_jobseeker_id, asking_org, id FROM duplicate_suspicion WHERE state = 'open'`,
  `INSERT INTO duplicate_question (site_id, org_id, jobseeker_id, about_org, suspicion_id, state, result, note, answered_at, answered_by)
     SELECT d.site_id, CASE WHEN s.organisation_id = d.asking_org THEN d.asking_org ELSE d.asked_org END,
       CASE WHEN s.organisation_id = d.asking_org THEN d.jobseeker_id ELSE d.other_jobseeker_id END,
       CASE WHEN s.organisation_id = d.asking_org THEN d.asked_org ELSE d.asking_org END, d.id, d.state, d.state, d.note, d.decided_at, s.id
     FROM duplicate_suspicion d LEFT JOIN staff s ON s.id = d.decided_by WHERE d.state <> 'open'`,
  'ALTER TABLE duplicate_suspicion DROP COLUMN note, DROP COLUMN decided_by, DROP COLUMN strength',
  // On a database made anew the policy of the first step is still there.
  'DROP POLICY IF EXISTS duplicate_queue ON duplicate_suspicion',
  'DROP FUNCTION note_hidden_duplicates(uuid, uuid[])',
  'DROP FUNCTION duplicate_queue()',
  'DROP FUNCTION app_may_know_pair(uuid, uuid)',
];

const DOWN = [
  `ALTER TABLE duplicate_suspicion ADD COLUMN note text, ADD COLUMN decided_by uuid,
     ADD COLUMN strength text NOT NULL DEFAULT 'possible' CONSTRAINT duplicate_strength CHECK (strength IN ('strong', 'possible'))`,
  'ALTER TABLE duplicate_suspicion ALTER COLUMN strength DROP DEFAULT',
  `UPDATE duplicate_suspicion d SET note = q.note, decided_by = q.answered_by FROM duplicate_question q WHERE q.suspicion_id = d.id AND d.state <> 'open'`,
  'DROP TABLE duplicate_question, duplicate_look',
  'DROP INDEX duplicate_suspicion_one_a_pair',
  'ALTER TABLE duplicate_suspicion DROP COLUMN asking_org, DROP COLUMN asked_org',
  `COMMENT ON COLUMN duplicate_suspicion.note IS 'personal'`,
  `COMMENT ON COLUMN duplicate_suspicion.decided_by IS 'public'`,
  `COMMENT ON COLUMN duplicate_suspicion.strength IS 'personal'`,
  // Steps below take them away by name.
  'CREATE FUNCTION note_hidden_duplicates(p_jobseeker uuid, p_seen uuid[]) RETURNS void LANGUAGE sql AS $$ SELECT $$',
  'CREATE FUNCTION app_may_know_pair(p_one uuid, p_other uuid) RETURNS boolean LANGUAGE sql AS $$ SELECT false $$',
  `CREATE FUNCTION duplicate_queue() RETURNS TABLE (id uuid, strength text, state text, noted_at timestamptz, decided_at timestamptz, decided_by text,
     note text, one jsonb, other jsonb) LANGUAGE sql AS $$
     SELECT NULL::uuid, NULL, NULL, NULL::timestamptz, NULL::timestamptz, NULL, NULL, NULL::jsonb, NULL::jsonb WHERE false $$`,
];
