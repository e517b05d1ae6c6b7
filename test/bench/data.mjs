// A generated country in small: sites with people, cases, plans, consultations, referrals and placements over two years.
import pg from 'pg';

const PASSWORD = 'bench-only-password';
export const LAST_DAY = '2026-06-30';

const person = (site, login, title, role, organisation) => ({
  login: `${login}-${site}`,
  password: PASSWORD,
  name: `計測 ${login}`,
  nameKana: 'ケイソク',
  title,
  role,
  organisation: `${organisation}-${site}`,
});

/** @param {number} site number of the site, from 1 */
export const benchSite = (site) => ({
  code: `bench-${site}`,
  name: `計測市${site}`,
  openedOn: '2024-04-01',
  organisations: [
    { code: `city-${site}`, name: `計測市${site}`, side: 'municipal' },
    { code: `hw-${site}`, name: `ハローワーク計測${site}`, side: 'national' },
  ],
  desks: [
    { code: 'main', name: '本庁' },
    { code: 'north', name: '北支所' },
  ],
  programmes: [{ code: 'livelihood', name: '生活保護受給者等就労支援' }],
  staff: [
    person(site, 'caseworker', 'ケースワーカー', 'case_staff', 'city'),
    person(site, 'navigator', '就職支援ナビゲーター', 'case_staff', 'hw'),
    person(site, 'supervisor', '査察指導員', 'supervisor', 'city'),
    person(site, 'administrator', '係長', 'site_administrator', 'city'),
  ],
});

export const credentials = (login) => ({ login, password: PASSWORD });

/**
 * Fills the tables as their owner; the same options give the same rows.
 * @param {string} ownerUrl @param {{people: number, consultations: number, sites: number}} size
 */
export async function generate(ownerUrl, size) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(UID);
    await client.query(PEOPLE, [size.people, size.sites]);
    await client.query(CONSULTATIONS, [size.consultations, size.people]);
    for (const statement of [GROUPS, ACCESS, PLANS, PARTICIPANTS, ACTIONS, EMPLOYERS, REFERRALS, PLACEMENTS, BENEFITS])
      await client.query(statement);
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

/** A reproducible identifier of the usual form (version 4) for a name. */
const UID = `CREATE FUNCTION pg_temp.uid(name text) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT overlay(overlay(md5(name) placing '4' from 13) placing '8' from 17)::uuid $$`;

const KANA = `array['アオキ','イトウ','ウエダ','エンド','オカダ','カトウ','キムラ','クドウ','ケンモチ','コバヤシ','サトウ','シミズ','スズキ','セキ','ソガ','タナカ','チバ','ツジ','テラダ','トダ']`;

const PEOPLE = `
  WITH numbers AS (SELECT n, 1 + (n % $2::int) AS site FROM generate_series(1, $1::int) n),
  people AS (
    INSERT INTO jobseeker (id, site_id, org_id, number, family_name, given_name, family_kana, given_kana, kana_key, birth_date, registered_on)
    SELECT pg_temp.uid('person' || n), s.id, o.id, 'J' || lpad(n::text, 6, '0'), '計測', n::text, (${KANA})[1 + n % 20], 'タロウ' , (${KANA})[1 + n % 20] || 'タロウ' || n,
      date '1960-01-01' + (n * 37 % 15000), date '2024-04-01' + (n * 7 % 780)
    FROM numbers JOIN site s ON s.code = 'bench-' || numbers.site JOIN organisation o ON o.code = 'city-' || numbers.site
    RETURNING id, site_id, org_id, number, registered_on),
  cases AS (
    INSERT INTO support_case (id, site_id, org_id, jobseeker_id, number, programme_id, desk_id, status, status_since, opened_on, team_support_since)
    SELECT pg_temp.uid('case' || p.number), p.site_id, p.org_id, p.id, 'S' || substr(p.number, 2), g.id, d.id, 'active', p.registered_on, p.registered_on, p.registered_on
    FROM people p JOIN programme g ON g.site_id = p.site_id JOIN desk d ON d.site_id = p.site_id AND d.code = 'main'
    RETURNING id, site_id, org_id, jobseeker_id, opened_on)
  INSERT INTO case_assignment (id, site_id, org_id, jobseeker_id, support_case_id, staff_id, staff_org_id, role, starts_on)
  SELECT gen_random_uuid(), c.site_id, c.org_id, c.jobseeker_id, c.id, s.id, s.organisation_id, '主担当', c.opened_on
  FROM cases c JOIN staff s ON s.organisation_id = c.org_id AND s.role = 'case_staff'`;

const CONSULTATIONS = `
  INSERT INTO consultation (id, site_id, org_id, jobseeker_id, support_case_id, desk_id, held_on, kind, channel, shared_text, author_id)
  SELECT pg_temp.uid('consultation' || n), j.site_id, s.organisation_id, j.id, c.id, c.desk_id, least(j.registered_on + (n * 13 % 700), date '${LAST_DAY}'),
    (array['vocational','livelihood','housing','career'])[1 + n % 4], (array['desk','phone','circuit'])[1 + n % 3], '計測のための相談記録', s.id
  FROM generate_series(1, $1::int) n
  JOIN jobseeker j ON j.number = 'J' || lpad((1 + n % $2::int)::text, 6, '0') JOIN support_case c ON c.jobseeker_id = j.id
  JOIN LATERAL (SELECT s.id, s.organisation_id FROM staff s JOIN staff_site ss ON ss.staff_id = s.id AND ss.site_id = j.site_id
    WHERE s.role = 'case_staff' ORDER BY s.login OFFSET (n / $2::int) % 2 LIMIT 1) s ON true`;

const GROUPS = `
  INSERT INTO group_membership (id, site_id, org_id, jobseeker_id, group_code, starts_on)
  SELECT gen_random_uuid(), site_id, org_id, id, (array['livelihood_protection','housing_allowance','disabled','youth'])[1 + substr(number, 2)::int / 7 % 4], registered_on FROM jobseeker`;

/** Nine of ten agreed to share with the other side. */
const ACCESS = `
  INSERT INTO jobseeker_access (site_id, jobseeker_id, org_id, basis, granted_by_org, starts_on)
  SELECT j.site_id, j.id, so.organisation_id, 'consent', j.org_id, j.registered_on FROM jobseeker j JOIN site_organisation so ON so.site_id = j.site_id
  WHERE substr(j.number, 2)::int / 7 % 10 > 0`;

const PLANS = `
  INSERT INTO support_plan (id, site_id, org_id, jobseeker_id, support_case_id, drawn_up_on, agreed_on)
  SELECT gen_random_uuid(), site_id, org_id, jobseeker_id, id, opened_on, opened_on + 7 FROM support_case WHERE substr(number, 2)::int / 7 % 3 > 0`;

const PARTICIPANTS = `
  INSERT INTO consultation_participant (consultation_id, site_id, org_id, jobseeker_id, staff_id)
  SELECT id, site_id, org_id, jobseeker_id, author_id FROM consultation`;

const ACTIONS = `
  INSERT INTO next_action (id, site_id, org_id, jobseeker_id, support_case_id, title, due_on, owner_side, owner_staff_id)
  SELECT gen_random_uuid(), a.site_id, a.org_id, a.jobseeker_id, a.support_case_id, '電話で様子を聞く', date '${LAST_DAY}' + (substr(c.number, 2)::int / 7 % 60), 'municipal', a.staff_id
  FROM case_assignment a JOIN support_case c ON c.id = a.support_case_id WHERE substr(c.number, 2)::int / 7 % 2 = 0`;

const EMPLOYERS = `
  INSERT INTO employer (id, site_id, org_id, name, name_kana, search_key)
  SELECT pg_temp.uid('employer' || s.id || n), s.id, so.organisation_id, '計測商店' || n, 'ケイソク', 'ケイソク' || n
  FROM site s JOIN LATERAL (SELECT organisation_id FROM site_organisation WHERE site_id = s.id ORDER BY 1 LIMIT 1) so ON true, generate_series(1, 50) n`;

const REFERRALS = `
  INSERT INTO referral (id, site_id, org_id, jobseeker_id, support_case_id, employer_id, attempt_no, asked_on, letter_issued_on)
  SELECT pg_temp.uid('referral' || c.number || n), c.site_id, c.org_id, c.jobseeker_id, c.id, pg_temp.uid('employer' || c.site_id || (1 + substr(c.number, 2)::int / 7 % 50)), n,
    c.opened_on + 20 * n, c.opened_on + 20 * n + 1
  FROM support_case c, generate_series(1, 2) n`;

const PLACEMENTS = `
  INSERT INTO placement (id, site_id, org_id, jobseeker_id, support_case_id, workplace_name, occupation, decided_on, starts_on, route, employment_type)
  SELECT gen_random_uuid(), site_id, org_id, jobseeker_id, id, '計測商店', '販売', opened_on + 60, opened_on + 70, (array['self_found','job_fair','online_application'])[1 + substr(number, 2)::int / 7 % 3], 'part_time'
  FROM support_case WHERE substr(number, 2)::int / 7 % 2 = 0`;

const BENEFITS = `
  INSERT INTO benefit (id, site_id, org_id, jobseeker_id, name, starts_on, ends_on)
  SELECT gen_random_uuid(), site_id, org_id, id, '住居確保給付金', registered_on, date '${LAST_DAY}' + (substr(number, 2)::int / 7 % 90) FROM jobseeker WHERE substr(number, 2)::int / 7 % 4 = 0`;

/** A plan of forty indicators over the facts there are, as a file for the import. */
export function planFile(site) {
  const groups = ['livelihood_protection', 'housing_allowance', 'disabled', 'youth'];
  const counts = [
    ['consultation', 'occurrences'],
    ['consultation', 'person_occurrences'],
    ['consultation', 'distinct_persons'],
    ['plan', 'distinct_persons'],
    ['referral', 'occurrences'],
    ['placement', 'occurrences'],
    ['placement', 'distinct_persons'],
    ['registration', 'occurrences'],
    ['support', 'people_under_support'],
  ];
  const lines = [];
  for (const group of groups) {
    for (const [fact, by] of counts) {
      lines.push(
        `      - code: ${fact}_${by}_${group}`,
        `        name: ${fact} ${by} ${group}`,
        '        unit: 人',
        '        count:',
        `          fact: ${fact}`,
        `          by: ${by}`,
        '          where:',
        `            groups: [${group}]`,
        '            groups_moment: fact_date',
      );
    }
    lines.push(
      `      - code: rate_${group}`,
      `        name: 就職率 ${group}`,
      '        unit: "%"',
      '        ratio:',
      '          style: cohort',
      '          numerator: { fact: placement, by: distinct_persons, date: starts_on }',
      '          denominator:',
      '            fact: plan',
      '            by: distinct_persons',
      '            where:',
      `              groups: [${group}]`,
      '              groups_moment: fact_date',
    );
  }
  return `format: yearly-plan/1
site: { code: bench-${site}, name: 計測市${site}, opened_on: 2024-04-01, fiscal_year: 2026 }
organisations:
  - { code: city-${site}, name: 計測市${site}, side: municipal }
  - { code: hw-${site}, name: ハローワーク計測${site}, side: national }
desks: [{ code: main, name: 本庁 }, { code: north, name: 北支所 }]
target_groups:
${groups.map((group) => `  - { code: ${group}, name: ${group} }`).join('\n')}
programmes:
  - code: livelihood
    name: 生活保護受給者等就労支援
    target_groups: [${groups.join(', ')}]
    indicators:
${lines.join('\n')}
`;
}
