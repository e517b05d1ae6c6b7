import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classedTable } from './support/classed.js';
import { BY_WHOM, freshNumbers } from './support/columns.js';
import { APP_ROLE, countable, jobseekerVisible, personalRecord } from './support/policies.js';

/** Jobseekers, what is dated about them, who may see them, consents, door counts. */
export class CreatePeople1000000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE visit, consent, duplicate_suspicion, jobseeker_search, benefit, wish, group_membership, jobseeker_access, jobseeker CASCADE;
      DROP FUNCTION fresh_jobseeker_number(), app_is_assigned(uuid), note_hidden_duplicates(uuid, uuid[]), duplicate_queue(), app_may_know_pair(uuid, uuid);`);
  }
}

const TABLES = [
  classedTable(
    'jobseeker',
    `
  id uuid PRIMARY KEY, -- personal
  site_id int NOT NULL REFERENCES site (id), -- public
  org_id int NOT NULL REFERENCES organisation (id), -- personal 登録した機関
  number text NOT NULL CONSTRAINT jobseeker_number_unique UNIQUE, -- personal 整理番号
  family_name text NOT NULL, -- personal 氏
  given_name text NOT NULL, -- personal 名
  family_kana text NOT NULL, -- personal
  given_kana text NOT NULL, -- personal
  former_name text, -- personal 旧姓
  kana_key text COLLATE "C" NOT NULL, -- personal 検索用
  birth_date date, -- personal 生年月日
  age_band text CONSTRAINT jobseeker_age_band CHECK (age_band IN ('10s', '20s', '30s', '40s', '50s', '60s', '70s')), -- personal 年代(生年月日が分からないとき)
  address text, -- protected 住所
  phone text, -- protected 電話
  safe_contact text, -- protected 安全な連絡方法
  nationality text, -- special 国籍
  japanese_speaking text CONSTRAINT jobseeker_speaking CHECK (japanese_speaking IN ('fluent', 'daily', 'little', 'none')), -- personal 日本語(話す)
  japanese_reading text CONSTRAINT jobseeker_reading CHECK (japanese_reading IN ('fluent', 'daily', 'little', 'none')), -- personal 日本語(読み書き)
  interpreter_language text, -- personal 通訳の言語
  health_note text, -- special 健康・障害
  household_note text, -- special 家族・育児・介護
  last_job text, -- personal 直近の職
  left_job_on date, -- personal 離職日
  education text, -- personal
  licences text, -- personal 免許・資格
  arrived_by text, -- personal 来所経路
  guardian_name text, -- personal 未成年の保護者
  hello_work_number text, -- personal 求職番号
  hello_work_registered_on date, -- personal 求職登録日
  protected_until date, -- protected DV等支援措置の期限
  registered_on date NOT NULL, -- public 登録日
  version int NOT NULL DEFAULT 1, -- public
  updated_at timestamptz NOT NULL DEFAULT app_now(), -- public
  updated_by uuid DEFAULT app_staff(), -- public
${BY_WHOM}, -- public
  CONSTRAINT jobseeker_age_known CHECK (birth_date IS NULL OR age_band IS NULL),
  CONSTRAINT jobseeker_hello_work CHECK ((hello_work_number IS NULL) = (hello_work_registered_on IS NULL))`,
  ),
  'CREATE INDEX jobseeker_by_org ON jobseeker (org_id, site_id, kana_key);',
  'CREATE INDEX jobseeker_by_kana ON jobseeker (site_id, kana_key);',
  'CREATE INDEX jobseeker_by_birth ON jobseeker (site_id, birth_date);',
  'CREATE INDEX jobseeker_by_update ON jobseeker (site_id, updated_at DESC, id DESC);',
  'CREATE INDEX jobseeker_by_registration ON jobseeker (site_id, registered_on);',
  classedTable(
    'jobseeker_access',
    `
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  jobseeker_id uuid NOT NULL REFERENCES jobseeker (id), -- personal
  org_id int NOT NULL REFERENCES organisation (id), -- personal 見てよい機関
  basis text NOT NULL CONSTRAINT jobseeker_access_basis CHECK (basis IN ('registered', 'consent', 'meeting')), -- personal 根拠(登録・同意・支援会議)
  consent_id uuid, -- personal
  granted_by_org int NOT NULL REFERENCES organisation (id), -- personal
  starts_on date NOT NULL, -- personal
  ends_on date, -- personal この日から見られない
  created_at timestamptz NOT NULL DEFAULT app_now(), -- public
  created_by uuid DEFAULT app_staff(), -- public
  CONSTRAINT jobseeker_access_order CHECK (ends_on IS NULL OR ends_on >= starts_on)`,
  ),
  'CREATE INDEX jobseeker_access_by_person ON jobseeker_access (jobseeker_id, org_id, starts_on);',
  'CREATE INDEX jobseeker_access_by_consent ON jobseeker_access (consent_id);',
  classedTable(
    'group_membership',
    `
  id uuid PRIMARY KEY, -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  org_id int NOT NULL REFERENCES organisation (id), -- personal
  jobseeker_id uuid NOT NULL REFERENCES jobseeker (id), -- personal
  group_code text NOT NULL REFERENCES target_group (code), -- special 対象者区分
  starts_on date NOT NULL, -- special
  ends_on date, -- special この日から該当しない
${BY_WHOM}, -- public
  CONSTRAINT group_membership_order CHECK (ends_on IS NULL OR ends_on >= starts_on)`,
  ),
  'CREATE INDEX group_membership_by_person ON group_membership (jobseeker_id, group_code);',
  'CREATE INDEX group_membership_by_group ON group_membership (site_id, group_code);',
  classedTable(
    'wish',
    `
  id uuid PRIMARY KEY, -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  org_id int NOT NULL REFERENCES organisation (id), -- personal
  jobseeker_id uuid NOT NULL REFERENCES jobseeker (id), -- personal
  recorded_on date NOT NULL, -- personal
  occupations text[] NOT NULL DEFAULT '{}', -- personal 希望職種(順)
  undecided boolean NOT NULL DEFAULT false, -- personal 未定
  weekly_hours_min int, -- personal 時間/週
  weekly_hours_max int, -- personal
  days_and_times text, -- personal 曜日・時間帯
  commute text, -- personal 通勤手段・範囲
  workplace text, -- personal 勤務地
  note text, -- personal
  reason_for_change text, -- personal 変更の理由
${BY_WHOM} -- public`,
  ),
  'CREATE INDEX wish_by_person ON wish (jobseeker_id, recorded_on);',
  classedTable(
    'benefit',
    `
  id uuid PRIMARY KEY, -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  org_id int NOT NULL REFERENCES organisation (id), -- personal
  jobseeker_id uuid NOT NULL REFERENCES jobseeker (id), -- personal
  name text NOT NULL, -- special 給付・手当の名称
  starts_on date NOT NULL, -- special
  ends_on date, -- special 終了日(支援の時計)
  note text, -- special
  version int NOT NULL DEFAULT 1, -- public
  updated_at timestamptz NOT NULL DEFAULT app_now(), -- public
  updated_by uuid DEFAULT app_staff(), -- public
${BY_WHOM} -- public`,
  ),
  'CREATE INDEX benefit_by_person ON benefit (jobseeker_id, ends_on);',
  classedTable(
    'jobseeker_search',
    `
  jobseeker_id uuid NOT NULL REFERENCES jobseeker (id), -- personal
  site_id int NOT NULL REFERENCES site (id), -- public
  key text COLLATE "C" NOT NULL, -- personal かな・漢字・番号の検索キー
  CONSTRAINT jobseeker_search_key PRIMARY KEY (site_id, key, jobseeker_id)`,
  ),
  'CREATE INDEX jobseeker_search_by_person ON jobseeker_search (jobseeker_id);',
  classedTable(
    'duplicate_suspicion',
    `
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  jobseeker_id uuid NOT NULL REFERENCES jobseeker (id), -- personal
  other_jobseeker_id uuid NOT NULL REFERENCES jobseeker (id), -- personal
  strength text NOT NULL CONSTRAINT duplicate_strength CHECK (strength IN ('strong', 'possible')), -- personal
  state text NOT NULL DEFAULT 'open' CONSTRAINT duplicate_state CHECK (state IN ('open', 'same_person', 'different')), -- personal
  noted_at timestamptz NOT NULL DEFAULT app_now(), -- public
  decided_at timestamptz, -- public
  decided_by uuid, -- public
  note text, -- personal
  CONSTRAINT duplicate_decided CHECK ((state = 'open') = (decided_at IS NULL)),
  CONSTRAINT duplicate_pair_unique UNIQUE (jobseeker_id, other_jobseeker_id)`,
  ),
  classedTable(
    'consent',
    `
  id uuid PRIMARY KEY, -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  org_id int NOT NULL REFERENCES organisation (id), -- personal
  jobseeker_id uuid NOT NULL REFERENCES jobseeker (id), -- personal
  kind text NOT NULL CONSTRAINT consent_kind CHECK (kind IN ('participation', 'sharing')), -- personal 参加・情報共有
  purpose text NOT NULL, -- personal 目的
  covers text NOT NULL DEFAULT '', -- personal 共有する内容
  shared_with_org int REFERENCES organisation (id), -- personal 共有先
  method text NOT NULL CONSTRAINT consent_method CHECK (method IN ('signed', 'oral_recorded', 'online')), -- personal
  guardian_name text, -- personal 同意した保護者
  given_on date NOT NULL, -- personal
  ends_on date, -- personal
  withdrawn_on date, -- personal 撤回日
  withdrawal_reason text, -- personal
  version int NOT NULL DEFAULT 1, -- public
  updated_at timestamptz NOT NULL DEFAULT app_now(), -- public
  updated_by uuid DEFAULT app_staff(), -- public
${BY_WHOM}, -- public
  CONSTRAINT consent_shared_with CHECK ((kind = 'sharing') = (shared_with_org IS NOT NULL)),
  CONSTRAINT consent_withdrawal CHECK (withdrawn_on IS NULL OR withdrawn_on >= given_on)`,
  ),
  'CREATE INDEX consent_by_person ON consent (jobseeker_id, kind, given_on);',
  classedTable(
    'visit',
    `
  id uuid PRIMARY KEY, -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  org_id int NOT NULL REFERENCES organisation (id), -- public
  desk_id int REFERENCES desk (id), -- public
  visited_on date NOT NULL, -- public 来所日
  quantity int NOT NULL CONSTRAINT visit_quantity CHECK (quantity BETWEEN 1 AND 1000), -- public 人数(入口の集計)
  purpose text NOT NULL DEFAULT 'use' CONSTRAINT visit_purpose CHECK (purpose IN ('use', 'consultation', 'search', 'event', 'other')), -- public
  corrected_on date, -- public 取消日
  correction_reason text, -- public
${BY_WHOM} -- public`,
  ),
  'CREATE INDEX visit_by_day ON visit (site_id, visited_on);',
];

const POLICIES = `
${freshNumbers('jobseeker')}

-- Until anyone was ever assigned, whoever registered the person stands in: a protected record begins before its case.
CREATE FUNCTION app_is_assigned(p_jobseeker uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER COST 1000
SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM case_assignment c WHERE c.jobseeker_id = p_jobseeker) THEN
    RETURN EXISTS (SELECT 1 FROM case_assignment c WHERE c.jobseeker_id = p_jobseeker AND c.staff_id = app_staff()
      AND c.starts_on <= app_today() AND (c.ends_on IS NULL OR c.ends_on > app_today()));
  END IF;
  RETURN EXISTS (SELECT 1 FROM jobseeker j WHERE j.id = p_jobseeker AND j.created_by = app_staff());
END $$;

-- A likely duplicate that the person registering may not see must not be told to them: it goes to the administrator's
-- queue. Coarser than duplicateLikelihood (libs/domain/jobseeker), because a person decides. p_seen: records the actor saw.
CREATE FUNCTION note_hidden_duplicates(p_jobseeker uuid, p_seen uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  INSERT INTO duplicate_suspicion (site_id, jobseeker_id, other_jobseeker_id, strength)
  SELECT n.site_id, n.id, o.id, CASE WHEN o.kana_key = n.kana_key AND o.birth_date = n.birth_date THEN 'strong' ELSE 'possible' END
  FROM jobseeker n JOIN jobseeker o ON o.site_id = n.site_id AND o.id <> n.id AND o.id <> ALL (p_seen)
  WHERE n.id = p_jobseeker AND n.site_id = ANY (app_sites()) AND n.org_id = ANY (app_orgs())
    AND ((o.kana_key = n.kana_key AND (o.birth_date IS NULL OR n.birth_date IS NULL OR o.birth_date = n.birth_date))
      OR (o.given_kana = n.given_kana AND o.birth_date = n.birth_date))
  ON CONFLICT DO NOTHING $$;

-- That a namesake is protected is itself the secret: a pair is known only where every protected person in it was registered.
-- Two protected by different organisations are therefore known to nobody: whichever was told would learn of the other's.
CREATE FUNCTION app_may_know_pair(p_one uuid, p_other uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER COST 1000
SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (SELECT 1 FROM jobseeker j WHERE j.id IN (p_one, p_other)
    AND j.protected_until >= app_today() AND (j.org_id = ANY (app_orgs())) IS NOT TRUE) $$;

-- What the administrator decides by. Names of protected persons stay out of it; so does everything but these columns.
CREATE FUNCTION duplicate_queue() RETURNS TABLE (
  id uuid, strength text, state text, noted_at timestamptz, decided_at timestamptz, decided_by text, note text, one jsonb, other jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH person AS (
    SELECT j.id, jsonb_build_object('number', j.number, 'organisationName', o.name, 'registeredOn', j.registered_on,
      'isProtected', p.is_protected, 'kana', CASE WHEN NOT p.is_protected THEN j.family_kana || ' ' || j.given_kana END,
      'birthDate', CASE WHEN NOT p.is_protected THEN j.birth_date END) AS shown
    FROM jobseeker j JOIN organisation o ON o.id = j.org_id, LATERAL (SELECT coalesce(j.protected_until >= app_today(), false) AS is_protected) p
    WHERE j.site_id = ANY (app_sites()))
  SELECT d.id, d.strength, d.state, d.noted_at, d.decided_at, s.name, d.note, one.shown, other.shown
  FROM duplicate_suspicion d JOIN person one ON one.id = d.jobseeker_id JOIN person other ON other.id = d.other_jobseeker_id
  LEFT JOIN staff s ON s.id = d.decided_by
  WHERE d.site_id = ANY (app_sites()) AND app_role() = 'site_administrator'
    AND app_may_know_pair(d.jobseeker_id, d.other_jobseeker_id) $$;

ALTER TABLE jobseeker_access ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON jobseeker_access TO ${APP_ROLE};
CREATE POLICY jobseeker_access_read ON jobseeker_access FOR SELECT TO ${APP_ROLE}
  USING (site_id = ANY (app_sites()) AND (org_id = ANY (app_orgs()) OR granted_by_org = ANY (app_orgs())));
CREATE POLICY jobseeker_access_grant ON jobseeker_access FOR INSERT TO ${APP_ROLE}
  WITH CHECK (site_id = ANY (app_sites()) AND EXISTS (SELECT 1 FROM jobseeker j WHERE j.id = jobseeker_id)
    AND (granted_by_org = ANY (app_orgs())
      -- The person's consent opens both organisations' records, whichever of the two wrote it down.
      OR (basis = 'consent' AND EXISTS (SELECT 1 FROM consent c WHERE c.id = consent_id AND c.jobseeker_id = jobseeker_access.jobseeker_id
        AND c.kind = 'sharing' AND org_id IN (c.org_id, c.shared_with_org) AND granted_by_org IN (c.org_id, c.shared_with_org)))));
CREATE POLICY jobseeker_access_end ON jobseeker_access FOR UPDATE TO ${APP_ROLE}
  USING (site_id = ANY (app_sites()) AND (org_id = ANY (app_orgs()) OR granted_by_org = ANY (app_orgs())));

ALTER TABLE jobseeker ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON jobseeker TO ${APP_ROLE};
CREATE POLICY jobseeker_read ON jobseeker FOR SELECT TO ${APP_ROLE} USING (${jobseekerVisible('jobseeker')});
CREATE POLICY jobseeker_register ON jobseeker FOR INSERT TO ${APP_ROLE} WITH CHECK (site_id = ANY (app_sites()) AND org_id = ANY (app_orgs()));
CREATE POLICY jobseeker_change ON jobseeker FOR UPDATE TO ${APP_ROLE} USING (${jobseekerVisible('jobseeker')});
${countable('jobseeker', ['id', 'site_id', 'registered_on'])}

${personalRecord('group_membership', { changedBy: 'both_sides', countable: ['id', 'site_id', 'jobseeker_id', 'group_code', 'starts_on', 'ends_on'] })}
${personalRecord('wish', { changedBy: 'nobody' })}
${personalRecord('benefit', { changedBy: 'own_organisation' })}
${personalRecord('consent', { changedBy: 'both_sides' })}

ALTER TABLE jobseeker_search ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON jobseeker_search TO ${APP_ROLE};
CREATE POLICY jobseeker_search_all ON jobseeker_search FOR ALL TO ${APP_ROLE}
  USING (site_id = ANY (app_sites()) AND EXISTS (SELECT 1 FROM jobseeker j WHERE j.id = jobseeker_id));

ALTER TABLE duplicate_suspicion ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON duplicate_suspicion TO ${APP_ROLE};
CREATE POLICY duplicate_queue ON duplicate_suspicion FOR ALL TO ${APP_ROLE}
  USING (site_id = ANY (app_sites()) AND app_role() = 'site_administrator' AND app_may_know_pair(jobseeker_id, other_jobseeker_id));

ALTER TABLE visit ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON visit TO ${APP_ROLE};
CREATE POLICY visit_site ON visit FOR ALL TO ${APP_ROLE} USING (site_id = ANY (app_sites()))
  WITH CHECK (site_id = ANY (app_sites()) AND org_id = ANY (app_orgs()));
${countable('visit', ['id', 'site_id', 'desk_id', 'visited_on', 'quantity', 'purpose', 'corrected_on'])}
`;
