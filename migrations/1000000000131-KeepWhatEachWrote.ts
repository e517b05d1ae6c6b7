import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classedTable } from './support/classed.js';
import { BY_WHOM, CHANGED } from './support/columns.js';

/** A fact of the person's row, the table it moves to, and its name in the audit. */
type Fact = readonly [column: string, audited: string];

const LEVELS = "('fluent', 'daily', 'little', 'none')";
const AGE_BANDS = "('10s', '20s', '30s', '40s', '50s', '60s', '70s')";

const CONTACT: readonly Fact[] = [
  ['address', 'address'],
  ['phone', 'phone'],
  ['safe_contact', 'safeContact'],
];
const CIRCUMSTANCES: readonly Fact[] = [
  ['nationality', 'nationality'],
  ['japanese_speaking', 'japaneseSpeaking'],
  ['japanese_reading', 'japaneseReading'],
  ['interpreter_language', 'interpreterLanguage'],
  ['household_note', 'householdNote'],
  ['last_job', 'lastJob'],
  ['left_job_on', 'leftJobOn'],
  ['education', 'education'],
  ['licences', 'licences'],
  ['arrived_by', 'arrivedBy'],
  ['guardian_name', 'guardianName'],
];
const HEALTH: readonly Fact[] = [['health_note', 'healthNote']];
const IDENTITY = [
  'family_name',
  'given_name',
  'family_kana',
  'given_kana',
  'former_name',
  'kana_key',
  'birth_date',
  'age_band',
];

/** Tables of what was recorded about a person; who wrote in one knows the person for good. */
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
];
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
];

/**
 * Of the row that both sides wrote into, each keeps its own: name and number as it knows them (`jobseeker_identity`), contact, circumstances and health
 * as it wrote them. A field belongs to whoever changed it last by the audit, else to whoever registered the person.
 */
export class KeepWhatEachWrote1000000000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

/** Columns that every row of one organisation about one person has; `written` holds the moment at which each field was written last. */
const facts = (table: string, columns: string): string =>
  classedTable(
    table,
    `
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  org_id int NOT NULL REFERENCES organisation (id), -- personal 記録した機関
  jobseeker_id uuid NOT NULL REFERENCES jobseeker (id), -- personal
${columns}
  written jsonb NOT NULL DEFAULT '{}', -- personal 項目ごとの記録時刻
${CHANGED}, -- public
${BY_WHOM}, -- public
  CONSTRAINT ${table}_once UNIQUE (jobseeker_id, org_id)`,
  );

const move = (table: string, moved: readonly Fact[]): string => `
  INSERT INTO ${table} (id, site_id, org_id, jobseeker_id, ${moved.map(([column]) => column).join(', ')}, written, created_at, updated_at)
  SELECT md5('${table}' || j.id || w.org_id)::uuid, j.site_id, w.org_id, j.id,
    ${moved.map(([column]) => `max(j.${column}) FILTER (WHERE w.field = '${column}')`).join(', ')},
    jsonb_object_agg(w.field, w.at), min(w.at), max(w.at)
  FROM jobseeker j CROSS JOIN LATERAL (
    SELECT f.field, coalesce(l.org_id, j.org_id) AS org_id, coalesce(l.at, j.created_at) AS at
    FROM (VALUES ${moved.map(([column, audited]) => `('${column}', '${audited}', j.${column} IS NOT NULL)`).join(', ')}) f (field, audited, filled)
    LEFT JOIN last_change l ON l.jobseeker_id = j.id AND l.field = f.audited
    WHERE f.filled OR l.org_id IS NOT NULL) w
  GROUP BY j.id, w.org_id`;

const UP = [
  classedTable(
    'jobseeker_identity',
    `
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  org_id int NOT NULL REFERENCES organisation (id), -- personal この氏名で知っている機関
  jobseeker_id uuid NOT NULL REFERENCES jobseeker (id), -- personal
  basis text NOT NULL, -- personal 登録・記録・共有
  from_org int REFERENCES organisation (id), -- personal この機関の変更に従う(自ら改めるまで)
  family_name text NOT NULL, -- personal 氏
  given_name text NOT NULL, -- personal 名
  family_kana text NOT NULL, -- personal
  given_kana text NOT NULL, -- personal
  former_name text, -- personal 旧姓
  kana_key text COLLATE "C" NOT NULL, -- personal 検索用
  birth_date date, -- personal 生年月日
  age_band text, -- personal 年代(生年月日が分からないとき)
  hello_work_number text, -- personal 求職番号
  hello_work_registered_on date, -- personal 求職登録日
  named_at timestamptz NOT NULL DEFAULT app_now(), -- public 氏名・生年月日の最後の変更
  compared_at timestamptz, -- public 相手の機関の変更を確かめた時刻
${CHANGED}, -- public
${BY_WHOM}, -- public
  CONSTRAINT jobseeker_identity_once UNIQUE (jobseeker_id, org_id),
  CONSTRAINT jobseeker_identity_basis CHECK (basis IN ('registered', 'recorded', 'shared')),
  CONSTRAINT jobseeker_identity_band CHECK (age_band IN ${AGE_BANDS}),
  CONSTRAINT jobseeker_identity_age_known CHECK (birth_date IS NULL OR age_band IS NULL),
  CONSTRAINT jobseeker_identity_hello_work CHECK ((hello_work_number IS NULL) = (hello_work_registered_on IS NULL))`,
  ),
  'CREATE INDEX jobseeker_identity_by_kana ON jobseeker_identity (org_id, site_id, kana_key, jobseeker_id)',
  'CREATE INDEX jobseeker_identity_by_birth ON jobseeker_identity (site_id, birth_date)',
  'CREATE INDEX jobseeker_identity_by_update ON jobseeker_identity (org_id, site_id, updated_at DESC, jobseeker_id DESC)',
  facts(
    'jobseeker_contact',
    `  address text, -- protected 住所
  phone text, -- protected 電話
  safe_contact text, -- protected 安全な連絡方法`,
  ),
  facts(
    'jobseeker_circumstances',
    `  nationality text, -- special 国籍
  japanese_speaking text CONSTRAINT jobseeker_circumstances_speaking CHECK (japanese_speaking IN ${LEVELS}), -- personal 日本語(話す)
  japanese_reading text CONSTRAINT jobseeker_circumstances_reading CHECK (japanese_reading IN ${LEVELS}), -- personal 日本語(読み書き)
  interpreter_language text, -- personal 通訳の言語
  household_note text, -- special 家族・育児・介護
  last_job text, -- personal 直近の職
  left_job_on date, -- personal 離職日
  education text, -- personal
  licences text, -- personal 免許・資格
  arrived_by text, -- personal 来所経路
  guardian_name text, -- personal 未成年の保護者`,
  ),
  facts('jobseeker_health', '  health_note text, -- special 健康・障害'),
  classedTable(
    'kept_record',
    `
  record_id uuid NOT NULL, -- personal 支援期間・プラン・プランの版
  org_id int NOT NULL REFERENCES organisation (id), -- personal 共有が終わっても読める機関
  site_id int NOT NULL REFERENCES site (id), -- public
  jobseeker_id uuid NOT NULL REFERENCES jobseeker (id), -- personal
  kept_since timestamptz NOT NULL DEFAULT app_now(), -- public
  CONSTRAINT kept_record_key PRIMARY KEY (record_id, org_id)`,
  ),

  // Who knows the person: whoever registered them, whoever wrote about them, and whoever they were made known to.
  `CREATE TEMPORARY TABLE number_of ON COMMIT DROP AS
   SELECT j.id AS jobseeker_id, coalesce((SELECT g.receiver_org FROM sharing_grant g JOIN organisation o ON o.id = g.receiver_org
     WHERE g.jobseeker_id = j.id AND g.basis = 'registered' AND o.side = 'national' ORDER BY g.starts_on DESC LIMIT 1), j.org_id) AS org_id
   FROM jobseeker j WHERE j.hello_work_number IS NOT NULL`,
  `CREATE TEMPORARY TABLE writer ON COMMIT DROP AS
   SELECT jobseeker_id, org_id, min(at) AS since FROM (${RECORDS.map(
     (table) => `SELECT jobseeker_id, org_id, created_at AS at FROM ${table}`,
   ).join(' UNION ALL ')}) r GROUP BY 1, 2`,
  `INSERT INTO jobseeker_identity (id, site_id, org_id, jobseeker_id, basis, from_org, ${IDENTITY.join(', ')}, hello_work_number, hello_work_registered_on,
     named_at, updated_at, updated_by, created_at, created_by)
   SELECT md5('identity' || j.id || k.org_id)::uuid, j.site_id, k.org_id, j.id, k.basis, CASE WHEN k.basis <> 'registered' THEN j.org_id END,
     ${IDENTITY.map((column) => `j.${column}`).join(', ')},
     CASE WHEN n.org_id = k.org_id THEN j.hello_work_number END, CASE WHEN n.org_id = k.org_id THEN j.hello_work_registered_on END,
     j.updated_at, j.updated_at, j.updated_by, j.created_at, j.created_by
   FROM (SELECT DISTINCT ON (jobseeker_id, org_id) jobseeker_id, org_id, basis FROM (
       SELECT id AS jobseeker_id, org_id, 'registered' AS basis, 1 AS place FROM jobseeker
       UNION ALL SELECT jobseeker_id, receiver_org, 'registered', 1 FROM sharing_grant WHERE basis = 'registered'
       UNION ALL SELECT jobseeker_id, org_id, 'registered', 1 FROM number_of
       UNION ALL SELECT jobseeker_id, org_id, 'recorded', 2 FROM writer
       UNION ALL SELECT jobseeker_id, receiver_org, 'shared', 3 FROM sharing_grant WHERE category = 'identity') known
     ORDER BY jobseeker_id, org_id, place) k
   JOIN jobseeker j ON j.id = k.jobseeker_id LEFT JOIN number_of n ON n.jobseeker_id = j.id`,
  // What an organisation wrote about a person never was without a reader again: it knows whom it wrote about.
  `INSERT INTO sharing_grant (id, site_id, jobseeker_id, giver_org, receiver_org, category, basis, starts_on, created_at)
   SELECT md5('recorded' || w.jobseeker_id || w.org_id)::uuid, j.site_id, w.jobseeker_id, w.org_id, w.org_id, 'identity', 'recorded',
     (w.since AT TIME ZONE 'Asia/Tokyo')::date, w.since
   FROM writer w JOIN jobseeker j ON j.id = w.jobseeker_id WHERE w.org_id <> j.org_id
     AND NOT EXISTS (SELECT 1 FROM sharing_grant g WHERE g.jobseeker_id = w.jobseeker_id AND g.receiver_org = w.org_id AND g.giver_org = w.org_id)`,

  'ALTER TABLE jobseeker_search ADD COLUMN org_id int REFERENCES organisation (id)',
  "COMMENT ON COLUMN jobseeker_search.org_id IS 'personal: この検索キーの氏名を記録した機関'",
  'UPDATE jobseeker_search s SET org_id = j.org_id FROM jobseeker j WHERE j.id = s.jobseeker_id',
  'ALTER TABLE jobseeker_search ALTER COLUMN org_id SET NOT NULL, DROP CONSTRAINT jobseeker_search_key',
  `INSERT INTO jobseeker_search (jobseeker_id, site_id, org_id, key)
   SELECT s.jobseeker_id, s.site_id, i.org_id, s.key FROM jobseeker_identity i JOIN jobseeker j ON j.id = i.jobseeker_id AND j.org_id <> i.org_id
   JOIN jobseeker_search s ON s.jobseeker_id = i.jobseeker_id AND s.org_id = j.org_id WHERE i.basis <> 'shared'`,
  `DELETE FROM jobseeker_search s USING jobseeker j, number_of n
   WHERE j.id = s.jobseeker_id AND n.jobseeker_id = j.id AND n.org_id <> s.org_id
     AND s.key IN (j.hello_work_number, lower(j.hello_work_number), replace(j.hello_work_number, '-', ''))`,
  'ALTER TABLE jobseeker_search ADD CONSTRAINT jobseeker_search_key PRIMARY KEY (site_id, key, jobseeker_id, org_id)',

  `CREATE TEMPORARY TABLE last_change ON COMMIT DROP AS
   SELECT DISTINCT ON (a.jobseeker_id, k.field) a.jobseeker_id, k.field, a.org_id, a.at
   FROM audit_entry a, jsonb_object_keys(a.changes) k (field)
   WHERE a.action = 'jobseeker.edited' AND a.jobseeker_id IS NOT NULL AND a.org_id IS NOT NULL AND jsonb_typeof(a.changes) = 'object'
   ORDER BY a.jobseeker_id, k.field, a.at DESC`,
  'CREATE INDEX ON last_change (jobseeker_id, field)',
  move('jobseeker_contact', CONTACT),
  move('jobseeker_circumstances', CIRCUMSTANCES),
  move('jobseeker_health', HEALTH),

  // The frame of the cases in which one wrote, and the plans one agreed to: by somebody who was on the team on that day.
  `INSERT INTO kept_record (record_id, org_id, site_id, jobseeker_id, kept_since)
   SELECT c.id, r.org_id, c.site_id, c.jobseeker_id, c.created_at FROM (${RECORDS_OF_CASES.map(
     (table) => `SELECT support_case_id, org_id FROM ${table} WHERE support_case_id IS NOT NULL`,
   ).join(' UNION ')}) r JOIN support_case c ON c.id = r.support_case_id AND c.org_id <> r.org_id`,
  `INSERT INTO kept_record (record_id, org_id, site_id, jobseeker_id, kept_since)
   SELECT kept.id, a.staff_org_id, min(v.site_id), v.jobseeker_id, min(v.created_at)
   FROM support_plan_version v JOIN support_plan p ON p.id = v.support_plan_id
   JOIN case_assignment a ON a.support_case_id = p.support_case_id AND a.starts_on <= v.agreed_on AND (a.ends_on IS NULL OR a.ends_on > v.agreed_on)
   CROSS JOIN LATERAL (VALUES (p.id, p.org_id), (v.id, v.org_id)) kept (id, org_id)
   WHERE v.agreed_on IS NOT NULL AND a.staff_org_id <> kept.org_id GROUP BY 1, 2, v.jobseeker_id`,

  'DROP INDEX jobseeker_by_org, jobseeker_by_kana, jobseeker_by_birth, jobseeker_by_update',
  `ALTER TABLE jobseeker ${[
    ...IDENTITY,
    'hello_work_number',
    'hello_work_registered_on',
    ...[...CONTACT, ...CIRCUMSTANCES, ...HEALTH].map(([column]) => column),
  ]
    .map((column) => `DROP COLUMN ${column}`)
    .join(', ')}`,
  'CREATE INDEX jobseeker_by_org ON jobseeker (org_id, site_id)',
];

/** The last written of a field, whoever wrote it: what the one row held. */
const last = (table: string, column: string): string =>
  `(SELECT f.${column} FROM ${table} f WHERE f.jobseeker_id = j.id AND f.written ? '${column}' ORDER BY (f.written ->> '${column}')::timestamptz DESC LIMIT 1)`;

const DOWN = [
  `ALTER TABLE jobseeker ADD COLUMN family_name text, ADD COLUMN given_name text, ADD COLUMN family_kana text, ADD COLUMN given_kana text,
     ADD COLUMN former_name text, ADD COLUMN kana_key text COLLATE "C", ADD COLUMN birth_date date, ADD COLUMN age_band text,
     ADD COLUMN hello_work_number text, ADD COLUMN hello_work_registered_on date, ADD COLUMN address text, ADD COLUMN phone text,
     ADD COLUMN safe_contact text, ADD COLUMN nationality text, ADD COLUMN japanese_speaking text, ADD COLUMN japanese_reading text,
     ADD COLUMN interpreter_language text, ADD COLUMN health_note text, ADD COLUMN household_note text, ADD COLUMN last_job text,
     ADD COLUMN left_job_on date, ADD COLUMN education text, ADD COLUMN licences text, ADD COLUMN arrived_by text, ADD COLUMN guardian_name text`,
  `UPDATE jobseeker j SET ${IDENTITY.map((column) => `${column} = i.${column}`).join(', ')} FROM jobseeker_identity i
   WHERE i.jobseeker_id = j.id AND i.org_id = j.org_id`,
  `UPDATE jobseeker j SET hello_work_number = i.hello_work_number, hello_work_registered_on = i.hello_work_registered_on FROM jobseeker_identity i
   WHERE i.jobseeker_id = j.id AND i.hello_work_number IS NOT NULL`,
  `UPDATE jobseeker j SET ${(
    [
      ['jobseeker_contact', CONTACT],
      ['jobseeker_circumstances', CIRCUMSTANCES],
      ['jobseeker_health', HEALTH],
    ] as const
  )
    .flatMap(([table, moved]) => moved.map(([column]) => `${column} = ${last(table, column)}`))
    .join(', ')}`,
  `ALTER TABLE jobseeker ALTER COLUMN family_name SET NOT NULL, ALTER COLUMN given_name SET NOT NULL, ALTER COLUMN family_kana SET NOT NULL,
     ALTER COLUMN given_kana SET NOT NULL, ALTER COLUMN kana_key SET NOT NULL`,
  'DROP INDEX jobseeker_by_org',
  'CREATE INDEX jobseeker_by_org ON jobseeker (org_id, site_id, kana_key)',
  'CREATE INDEX jobseeker_by_kana ON jobseeker (site_id, kana_key)',
  'CREATE INDEX jobseeker_by_birth ON jobseeker (site_id, birth_date)',
  'CREATE INDEX jobseeker_by_update ON jobseeker (site_id, updated_at DESC, id DESC)',
  'ALTER TABLE jobseeker_search DROP CONSTRAINT jobseeker_search_key',
  'DELETE FROM jobseeker_search s USING jobseeker j WHERE j.id = s.jobseeker_id AND j.org_id <> s.org_id',
  'ALTER TABLE jobseeker_search DROP COLUMN org_id, ADD CONSTRAINT jobseeker_search_key PRIMARY KEY (site_id, key, jobseeker_id)',
  "DELETE FROM sharing_grant WHERE basis = 'recorded'",
  'DROP TABLE kept_record, jobseeker_health, jobseeker_circumstances, jobseeker_contact, jobseeker_identity',
];
