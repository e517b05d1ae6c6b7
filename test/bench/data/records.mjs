// The records of the bench as SQL over a list of people: the same size gives the same rows.
import { STAFF_OF_A_SIDE, TODAY } from './sites.mjs';

const FAMILIES = `ARRAY['青木:アオキ','伊藤:イトウ','上田:ウエダ','遠藤:エンドウ','岡田:オカダ','加藤:カトウ','木村:キムラ','工藤:クドウ','小林:コバヤシ','斎藤:サイトウ','佐藤:サトウ','清水:シミズ','鈴木:スズキ','関口:セキグチ','高橋:タカハシ','田中:タナカ','千葉:チバ','辻村:ツジムラ','寺田:テラダ','戸田:トダ','中村:ナカムラ','西田:ニシダ','沼田:ヌマタ','根本:ネモト','野口:ノグチ','橋本:ハシモト','平野:ヒラノ','藤田:フジタ','星野:ホシノ','松本:マツモト','三浦:ミウラ','村上:ムラカミ','森田:モリタ','山田:ヤマダ','吉田:ヨシダ','和田:ワダ']`;
const GIVENS = `ARRAY['明子:アキコ','一郎:イチロウ','栄子:エイコ','和夫:カズオ','恵子:ケイコ','浩二:コウジ','幸子:サチコ','静香:シズカ','大介:ダイスケ','千尋:チヒロ','俊夫:トシオ','直美:ナオミ','信也:シンヤ','春香:ハルカ','博之:ヒロユキ','文子:フミコ','真理:マリ','美咲:ミサキ','優子:ユウコ','良太:リョウタ','礼子:レイコ']`;

/** A reproducible identifier of the usual form (version 4) for a name. */
const UID = `CREATE FUNCTION pg_temp.uid(name text) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT overlay(overlay(md5(name) placing '4' from 13) placing '8' from 17)::uuid $$`;

/**
 * $1 people of a generation, $2 generations, $3 sites. Generation 0 is of today, an earlier one is two years older each and closed.
 * k counts the people of a site, so that whatever depends on it is spread alike over every site.
 */
const PERSON = `
  CREATE TEMP TABLE person AS
  SELECT p.*, lead_id, navigator_id, s.id AS site_id, city.id AS city_id, hw.id AS hw_id, g.id AS programme_id, d.id AS desk_id,
    p.opened_on + CASE WHEN p.generation > 0 THEN 180 WHEN p.k % 10 = 0 THEN greatest(1, (date '${TODAY}' - p.opened_on) * 2 / 3) END AS closed_on
  FROM (
    SELECT n, 1 + n % $3::int AS site_no, n / $3::int AS k, (n - 1) / $1::int AS generation, pg_temp.uid('person' || n) AS id, pg_temp.uid('case' || n) AS case_id,
      n / $3::int % 10 > 0 AS shared, date '${TODAY}' - 30 - (n / $3::int * 37 % 700) - (n - 1) / $1::int * 730 AS opened_on
    FROM generate_series(1, $1::int * $2::int) n) p
  JOIN site s ON s.code = 'bench-' || p.site_no
  JOIN organisation city ON city.code = 'city-' || p.site_no JOIN organisation hw ON hw.code = 'hw-' || p.site_no
  JOIN programme g ON g.site_id = s.id JOIN desk d ON d.site_id = s.id AND d.code = 'main'
  JOIN (SELECT login, id AS lead_id FROM staff) l ON l.login = 'caseworker' || (p.k / 3 % ${STAFF_OF_A_SIDE}) || '-' || p.site_no
  JOIN (SELECT login, id AS navigator_id FROM staff) v ON v.login = 'navigator' || (p.k / 7 % ${STAFF_OF_A_SIDE}) || '-' || p.site_no`;

const JOBSEEKERS = `
  INSERT INTO jobseeker (id, site_id, org_id, number, registered_on, protected_until, created_at, updated_at, created_by)
  SELECT id, site_id, city_id, lpad(n::text, 7, '0'), opened_on,
    -- One in a hundred hides from violence.
    CASE WHEN k % 100 = 41 AND generation = 0 THEN date '${TODAY}' + 100 END, opened_on + time '09:00', opened_on + time '09:00', lead_id
  FROM person`;

/** By name and birth date the city knows everybody; the Hello Work whom it wrote about, for the tables are filled without their triggers. */
const IDENTITIES = `
  INSERT INTO jobseeker_identity (site_id, org_id, jobseeker_id, basis, from_org, family_name, given_name, family_kana, given_kana, kana_key, birth_date, created_at, updated_at)
  SELECT site_id, o.id, p.id, o.basis, o.from_org, split_part(f, ':', 1), split_part(g, ':', 1), split_part(f, ':', 2), split_part(g, ':', 2),
    split_part(f, ':', 2) || split_part(g, ':', 2), date '1960-01-01' + (k * 37 % 15000), opened_on + time '09:00', opened_on + time '09:00'
  FROM (SELECT *, (${FAMILIES})[1 + (k * 7 + k / 36) % 36] AS f, (${GIVENS})[1 + k % 21] AS g FROM person) p
  CROSS JOIN LATERAL (SELECT city_id AS id, 'registered' AS basis, NULL::int AS from_org UNION ALL SELECT hw_id, 'recorded', city_id WHERE shared) o`;

/** Keys as \`searchKeysOf\` makes them. */
const SEARCH_KEYS = `
  INSERT INTO jobseeker_search (jobseeker_id, site_id, org_id, key)
  SELECT j.id, j.site_id, n.org_id, k.key FROM jobseeker j JOIN jobseeker_identity n ON n.jobseeker_id = j.id, LATERAL (
    SELECT unnest(ARRAY[n.kana_key, n.given_kana, j.number, ltrim(j.number, '0')]) AS key
    UNION SELECT substr(n.family_name || n.given_name, i) FROM generate_series(1, length(n.family_name || n.given_name)) i) k`;

const CASES = `
  INSERT INTO support_case (id, site_id, org_id, jobseeker_id, number, programme_id, desk_id, status, status_since, opened_on, team_support_since, review_on, suspended_from, closed_on, close_reason, created_at, updated_at)
  SELECT case_id, site_id, city_id, id, 'S' || lpad(n::text, 7, '0'), programme_id, desk_id,
    CASE WHEN closed_on IS NOT NULL THEN 'closed' WHEN k % 33 = 1 THEN 'suspended' ELSE 'active' END, coalesce(closed_on, opened_on + 7), opened_on, CASE WHEN shared THEN opened_on + 7 END,
    CASE WHEN closed_on IS NULL AND k % 33 = 1 THEN date '${TODAY}' - 5 + k % 20 END, CASE WHEN closed_on IS NULL AND k % 33 = 1 THEN 'active' END,
    closed_on, CASE WHEN closed_on IS NOT NULL THEN 'employed_settled' END, opened_on + time '09:00', coalesce(closed_on, opened_on + 7) + time '09:00'
  FROM person`;

const ASSIGNMENTS = `
  INSERT INTO case_assignment (id, site_id, org_id, jobseeker_id, support_case_id, staff_id, staff_org_id, role, starts_on, ends_on, created_at)
  SELECT gen_random_uuid(), site_id, city_id, id, case_id, lead_id, city_id, '主担当', opened_on, closed_on, opened_on + time '09:00' FROM person
  UNION ALL
  SELECT gen_random_uuid(), site_id, hw_id, id, case_id, navigator_id, hw_id, '主担当', opened_on, closed_on, opened_on + time '09:00' FROM person WHERE shared`;

const TRANSITIONS = `
  INSERT INTO case_transition (id, site_id, org_id, jobseeker_id, support_case_id, from_status, to_status, action, happened_on, created_at)
  SELECT gen_random_uuid(), site_id, city_id, id, case_id, t.was, t.becomes, t.action, opened_on + t.days, opened_on + t.days + time '09:00'
  FROM person, (VALUES (NULL, 'intake', 'open', 0), ('intake', 'planned', 'plan', 3), ('planned', 'active', 'begin', 7)) t(was, becomes, action, days)
  UNION ALL
  SELECT gen_random_uuid(), site_id, city_id, id, case_id, 'active', 'closed', 'close', closed_on, closed_on + time '09:00' FROM person WHERE closed_on IS NOT NULL`;

const CATEGORIES =
  "ARRAY['identity','contact','circumstances','health','benefits','consultations','plan','referrals']";

/** Nine of ten agreed to share with the other side. */
const CONSENTS = `
  INSERT INTO consent (id, site_id, org_id, jobseeker_id, kind, purpose, categories, shared_with_org, method, given_on, created_at)
  SELECT pg_temp.uid('consent' || n), site_id, city_id, id, 'sharing', '就労支援', ${CATEGORIES}, hw_id, 'signed', opened_on, opened_on + time '09:00' FROM person WHERE shared`;

/** Sixteen a person: eight categories, either way. */
const GRANTS = `
  INSERT INTO sharing_grant (site_id, jobseeker_id, giver_org, receiver_org, category, basis, consent_id, starts_on)
  SELECT site_id, id, g.giver, g.receiver, category, 'consent', pg_temp.uid('consent' || n), opened_on
  FROM person, LATERAL (VALUES (city_id, hw_id), (hw_id, city_id)) g(giver, receiver), unnest(${CATEGORIES}) category WHERE shared
  UNION ALL SELECT site_id, id, hw_id, hw_id, 'identity', 'recorded', NULL, opened_on FROM person WHERE shared`;

/** The Hello Work wrote in every case it shares in. */
const KEPT = `
  INSERT INTO kept_record (record_id, org_id, site_id, jobseeker_id)
  SELECT case_id, hw_id, site_id, id FROM person WHERE shared`;

const GROUPS = `
  INSERT INTO group_membership (id, site_id, org_id, jobseeker_id, group_code, starts_on, created_at)
  SELECT gen_random_uuid(), site_id, city_id, id, (ARRAY['livelihood_protection','housing_allowance','disabled','youth'])[1 + (k + g) % 4], opened_on, opened_on + time '09:00'
  FROM person, generate_series(0, 1) g WHERE g = 0 OR k % 3 = 0`;

const BENEFITS = `
  INSERT INTO benefit (id, site_id, org_id, jobseeker_id, name, starts_on, ends_on, created_at)
  SELECT gen_random_uuid(), site_id, city_id, id, '住居確保給付金', opened_on, coalesce(closed_on, date '${TODAY}' + k % 90), opened_on + time '09:00' FROM person WHERE k % 4 = 0`;

const REQUESTS = `
  INSERT INTO support_request (id, site_id, org_id, jobseeker_id, support_case_id, to_org_id, requested_on, wanted, status, decided_on, decided_by, created_at)
  SELECT gen_random_uuid(), site_id, city_id, id, case_id, hw_id, r.on_day, '就職支援の要請', r.status, CASE WHEN r.status = 'accepted' THEN r.on_day + 2 END, CASE WHEN r.status = 'accepted' THEN navigator_id END, r.on_day + time '10:00'
  FROM person, LATERAL (SELECT CASE WHEN closed_on IS NULL AND k % 200 = 7 THEN 'requested' ELSE 'accepted' END AS status, CASE WHEN closed_on IS NULL AND k % 200 = 7 THEN date '${TODAY}' - k % 15 ELSE opened_on + 1 END AS on_day) r WHERE shared`;

const PLANS = `
  INSERT INTO support_plan (id, site_id, org_id, jobseeker_id, support_case_id, drawn_up_on, agreed_on, created_at)
  SELECT pg_temp.uid('plan' || n), site_id, city_id, id, case_id, opened_on, opened_on + 7, opened_on + time '09:00' FROM person WHERE k % 3 > 0`;

const PLAN_VERSIONS = `
  INSERT INTO support_plan_version (id, site_id, org_id, jobseeker_id, support_plan_id, version_no, goal, drawn_up_on, agreed_on, agreed_how, created_at)
  SELECT pg_temp.uid('version' || n), site_id, city_id, id, pg_temp.uid('plan' || n), 1, '週30時間の仕事に就く', opened_on, opened_on + 7, 'signed', opened_on + time '09:00' FROM person WHERE k % 3 > 0`;

const PLAN_STEPS = `
  INSERT INTO plan_step (id, site_id, org_id, jobseeker_id, plan_version_id, step_key, position, title, owner_side, owner_staff_id, due_on, state, done_on, created_at)
  SELECT pg_temp.uid('step' || n || '-' || i), site_id, city_id, id, pg_temp.uid('version' || n), pg_temp.uid('step' || n || '-' || i), i, '手順' || i,
    CASE WHEN i % 2 = 0 AND shared THEN 'national' ELSE 'municipal' END, CASE WHEN i % 2 = 0 AND shared THEN navigator_id ELSE lead_id END,
    CASE WHEN i <= 2 OR closed_on IS NOT NULL THEN opened_on + 20 * i ELSE date '${TODAY}' - 6 + (k * i) % 80 END,
    CASE WHEN i <= 2 OR closed_on IS NOT NULL THEN 'done' ELSE 'open' END, CASE WHEN i <= 2 OR closed_on IS NOT NULL THEN opened_on + 20 * i END, opened_on + time '09:00'
  FROM person, generate_series(1, 4) i WHERE k % 3 > 0`;

const PLAN_REVIEWS = `
  INSERT INTO plan_review (id, site_id, org_id, jobseeker_id, support_plan_id, due_on, owner_staff_id, held_on, outcome, created_at)
  SELECT gen_random_uuid(), site_id, city_id, id, pg_temp.uid('plan' || n), coalesce(closed_on, date '${TODAY}' - 3 + k % 90), lead_id, closed_on, CASE WHEN closed_on IS NOT NULL THEN '達成' END, opened_on + time '09:00'
  FROM person WHERE k % 3 > 0`;

/** Ten a person; one of four was not spoken with for longer than thirty days. $1 how many a person. */
const CONSULTATION = `
  CREATE TEMP TABLE talk AS
  SELECT p.*, c, pg_temp.uid('consultation' || n || '-' || c) AS talk_id, CASE WHEN shared AND (c + k) % 2 = 1 THEN navigator_id ELSE lead_id END AS author_id,
    CASE WHEN shared AND (c + k) % 2 = 1 THEN hw_id ELSE city_id END AS author_org_id, opened_on + (coalesce(closed_on, date '${TODAY}' - least(k * 7 % 40, 29 + k % 30)) - opened_on) * c / $1::int AS held_on
  FROM person p, generate_series(1, $1::int) c`;

const CONSULTATIONS = `
  INSERT INTO consultation (id, site_id, org_id, jobseeker_id, support_case_id, desk_id, held_on, kind, channel, outcomes, shared_text, author_id, both_sides_present, created_at)
  SELECT talk_id, site_id, author_org_id, id, case_id, desk_id, held_on, (ARRAY['vocational','livelihood','housing','career'])[1 + (k + c) % 4], (ARRAY['desk','phone','circuit'])[1 + c % 3],
    '{jobs_searched}', '求人を一緒に探し、応募書類の書き方を確認した。次回までに職務経歴書を用意していただく。', author_id, shared AND c % 5 = 0, held_on + time '17:00' FROM talk`;

const PARTICIPANTS = `
  INSERT INTO consultation_participant (consultation_id, site_id, org_id, jobseeker_id, staff_id)
  SELECT talk_id, site_id, author_org_id, id, s FROM talk, LATERAL unnest(CASE WHEN shared AND c % 5 = 0 THEN ARRAY[lead_id, navigator_id] ELSE ARRAY[author_id] END) s`;

const NOTES = `
  INSERT INTO consultation_note (consultation_id, site_id, org_id, jobseeker_id, text, created_at)
  SELECT talk_id, site_id, author_org_id, id, '自機関だけの記録', held_on + time '17:00' FROM talk WHERE c % 4 = 0`;

/** One done for every third consultation, and for every second open case one that waits. */
const ACTIONS = `
  INSERT INTO next_action (id, site_id, org_id, jobseeker_id, support_case_id, consultation_id, title, due_on, owner_side, owner_staff_id, state, done_on, created_at)
  SELECT pg_temp.uid('action' || talk_id), site_id, author_org_id, id, case_id, talk_id, '電話で様子を聞く', held_on + 14, CASE WHEN author_org_id = hw_id THEN 'national' ELSE 'municipal' END, author_id, 'done', held_on + 12, held_on + time '17:00'
  FROM talk WHERE c % 3 = 0
  UNION ALL
  SELECT pg_temp.uid('waiting' || n), site_id, author_org_id, id, case_id, talk_id, '履歴書を見直す', date '${TODAY}' - 10 + k * 11 % 60,
    CASE WHEN k % 14 = 2 THEN 'jobseeker' WHEN author_org_id = hw_id THEN 'national' ELSE 'municipal' END, CASE WHEN k % 14 <> 2 THEN author_id END, 'open', NULL, held_on + time '17:00'
  FROM talk WHERE c = $1::int AND closed_on IS NULL AND k % 2 = 0`;

const EMPLOYERS = `
  INSERT INTO employer (id, site_id, org_id, name, name_kana, search_key)
  SELECT pg_temp.uid('employer' || s.id || '-' || n), s.id, o.organisation_id, '計測商店' || n, 'ケイソク', 'ケイソク' || n
  FROM site s JOIN LATERAL (SELECT organisation_id FROM site_organisation WHERE site_id = s.id ORDER BY 1 LIMIT 1) o ON true, generate_series(1, 50) n`;

/** Two letters a person with an interview; one in ten has four in a row without any. */
const REFERRALS = `
  INSERT INTO referral (id, site_id, org_id, jobseeker_id, support_case_id, employer_id, attempt_no, asked_on, letter_issued_on, interview_on, outcome, outcome_on, created_at)
  SELECT pg_temp.uid('referral' || n || '-' || i), site_id, hw_id, id, case_id, pg_temp.uid('employer' || site_id || '-' || (1 + (k + i) % 50)), i, r.day, r.day + 1, CASE WHEN k % 10 <> 3 THEN r.day + 5 END,
    CASE WHEN k % 10 = 3 THEN 'document_failed' ELSE 'interview_failed' END, r.day + 6, r.day + time '11:00'
  FROM person, generate_series(1, CASE WHEN k % 10 = 3 THEN 4 ELSE 2 END) i, LATERAL (SELECT least(opened_on + 20 * i, coalesce(closed_on, date '${TODAY}') - 7) AS day) r`;

/** One of ten who is supported has a letter under way, its interview ahead or waiting for its outcome; now and then a colleague goes along. */
const REFERRALS_UNDER_WAY = `
  INSERT INTO referral (id, site_id, org_id, jobseeker_id, support_case_id, employer_id, attempt_no, asked_on, letter_issued_on, interview_on, outcome, created_at)
  SELECT pg_temp.uid('referral' || n || '-9'), site_id, hw_id, id, case_id, pg_temp.uid('employer' || site_id || '-' || (1 + k % 50)), 9, date '${TODAY}' - 14, date '${TODAY}' - 13, date '${TODAY}' - 3 + k / 10 % 20,
    'pending', date '${TODAY}' - 14 + time '11:00'
  FROM person WHERE closed_on IS NULL AND shared AND k % 10 = 5`;

const INTERVIEWS = `
  INSERT INTO interview (id, site_id, org_id, jobseeker_id, support_case_id, referral_id, interview_on, starts_at, accompanied_by, status, ended_on, created_at)
  SELECT gen_random_uuid(), r.site_id, r.org_id, r.jobseeker_id, r.support_case_id, r.id, r.interview_on, time '10:30', CASE WHEN p.k % 4 = 1 THEN p.navigator_id END,
    CASE WHEN r.outcome = 'pending' THEN 'arranged' ELSE 'held' END, CASE WHEN r.outcome <> 'pending' THEN r.interview_on END, r.created_at
  FROM referral r JOIN person p ON p.id = r.jobseeker_id WHERE r.interview_on IS NOT NULL`;

/** Half found work; who is supported still has left it again. */
const PLACEMENTS = `
  INSERT INTO placement (id, site_id, org_id, jobseeker_id, support_case_id, workplace_name, occupation, decided_on, starts_on, route, employment_type, left_on, leaving_reason_note, created_at)
  SELECT pg_temp.uid('placement' || n), site_id, city_id, id, case_id, '計測商店', '販売', p.day - 10, p.day, (ARRAY['self_found','other','online_application'])[1 + k % 3], 'part_time',
    CASE WHEN closed_on IS NULL THEN p.day + 20 END, CASE WHEN closed_on IS NULL THEN '契約の終了' END, p.day + time '13:00'
  FROM person, LATERAL (SELECT coalesce(closed_on - 30, opened_on + (date '${TODAY}' - opened_on) / 2 - 10) AS day) p WHERE k % 2 = 0`;

const TIMELINE = `
  INSERT INTO timeline_entry (id, site_id, org_id, jobseeker_id, support_case_id, kind, subject_type, subject_id, occurred_on, recorded_at, actor_staff_id, actor_side, data)
  SELECT gen_random_uuid(), t.site_id, author_org_id, t.id, case_id, 'consultation.logged', 'consultation', talk_id, held_on, held_on + time '17:00', author_id,
    CASE WHEN author_org_id = hw_id THEN 'national' ELSE 'municipal' END, '{"kind":"vocational","channel":"desk","outcomes":["jobs_searched"]}'::jsonb FROM talk t
  UNION ALL
  SELECT gen_random_uuid(), site_id, city_id, id, case_id, 'case.opened', 'support_case', case_id, opened_on, opened_on + time '09:00', lead_id, 'municipal', '{}'::jsonb FROM person
  UNION ALL
  SELECT gen_random_uuid(), r.site_id, r.org_id, r.jobseeker_id, r.support_case_id, 'referral.letter_issued', 'referral', r.id, r.letter_issued_on, r.letter_issued_on + time '12:00', p.navigator_id, 'national', jsonb_build_object('attemptNo', r.attempt_no)
  FROM referral r JOIN person p ON p.id = r.jobseeker_id
  UNION ALL
  SELECT gen_random_uuid(), r.site_id, r.org_id, r.jobseeker_id, r.support_case_id, 'placement.recorded', 'placement', r.id, r.decided_on, r.decided_on + time '13:00', p.lead_id, 'municipal', jsonb_build_object('route', r.route, 'startsOn', r.starts_on)
  FROM placement r JOIN person p ON p.id = r.jobseeker_id`;

const VISITS = `
  INSERT INTO visit (id, site_id, org_id, desk_id, visited_on, quantity)
  SELECT gen_random_uuid(), s.id, o.organisation_id, d.id, date '${TODAY}' - n, 5 + n % 30
  FROM site s JOIN LATERAL (SELECT organisation_id FROM site_organisation WHERE site_id = s.id ORDER BY 1 LIMIT 1) o ON true JOIN desk d ON d.site_id = s.id AND d.code = 'main', generate_series(0, 400) n`;

const PLAIN = {
  JOBSEEKERS,
  IDENTITIES,
  SEARCH_KEYS,
  CASES,
  ASSIGNMENTS,
  TRANSITIONS,
  CONSENTS,
  GRANTS,
  KEPT,
  GROUPS,
  BENEFITS,
  REQUESTS,
  PLANS,
};
const OF_PLANS = { PLAN_VERSIONS, PLAN_STEPS, PLAN_REVIEWS };
const OF_TALKS = { CONSULTATIONS, PARTICIPANTS, NOTES };
const AFTER = { EMPLOYERS, REFERRALS, REFERRALS_UNDER_WAY, INTERVIEWS, PLACEMENTS, TIMELINE, VISITS };

/**
 * The statements in order, with their values.
 * @param {{people: number, history: number, sites: number, talks: number}} size people of a generation, generations, sites, consultations a person
 * @returns {{name: string, text: string, values?: unknown[]}[]}
 */
export function recordStatements({ people, history, sites, talks }) {
  const plain = (statements) => Object.entries(statements).map(([name, text]) => ({ name, text }));
  return [
    { name: 'UID', text: UID },
    { name: 'PERSON', text: PERSON, values: [people, history, sites] },
    { name: 'PERSON_KEY', text: 'CREATE INDEX ON person (id); ANALYZE person' },
    ...plain(PLAIN),
    ...plain(OF_PLANS),
    { name: 'CONSULTATION', text: CONSULTATION, values: [talks] },
    ...plain(OF_TALKS),
    { name: 'ACTIONS', text: ACTIONS, values: [talks] },
    ...plain(AFTER),
  ];
}
