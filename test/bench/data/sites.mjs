// Invented sites of the bench: two organisations, two desks, twenty case staff, a supervisor and an administrator of either side.

export const PASSWORD = 'bench-only-password';
/** 「今日」 of the bench: the last day on which anything happened. */
export const TODAY = '2026-06-30';
/** How a consultation begins that a job of the bench wrote. */
export const WRITTEN = '計測の相談';
/** Case staff of each organisation. */
export const STAFF_OF_A_SIDE = 10;

const SIDES = [
  { organisation: 'city', title: 'ケースワーカー', login: 'caseworker' },
  { organisation: 'hw', title: '就職支援ナビゲーター', login: 'navigator' },
];

/** @param {number} site number of the site, from 1 */
export const benchSite = (site) => ({
  code: `bench-${site}`,
  name: `計測市${site}`,
  openedOn: '2000-04-01',
  organisations: [
    { code: `city-${site}`, name: `計測市${site}`, side: 'municipal' },
    { code: `hw-${site}`, name: `ハローワーク計測${site}`, side: 'national' },
  ],
  desks: [
    { code: 'main', name: '本庁' },
    { code: 'north', name: '北支所' },
  ],
  programmes: [{ code: 'livelihood', name: '生活保護受給者等就労支援' }],
  staff: SIDES.flatMap(({ organisation, title, login }) => [
    ...Array.from({ length: STAFF_OF_A_SIDE }, (_, index) =>
      member(site, organisation, `${login}${index}`, title, 'case_staff'),
    ),
    member(site, organisation, `${organisation}-supervisor`, '査察指導員', 'supervisor'),
    member(site, organisation, `${organisation}-administrator`, '係長', 'site_administrator'),
  ]),
});

const member = (site, organisation, login, title, role) => ({
  login: `${login}-${site}`,
  password: PASSWORD,
  name: `計測 ${login}`,
  nameKana: `ケイソク ${login}`,
  title,
  role,
  organisation: `${organisation}-${site}`,
  desk: 'main',
});

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
  const ofGroup = (group) => [
    '            where:',
    `              groups: [${group}]`,
    '              groups_moment: fact_date',
  ];
  const lines = groups.flatMap((group) => [
    ...counts.flatMap(([fact, by]) => [
      `      - code: ${fact}_${by}_${group}`,
      `        name: ${fact} ${by} ${group}`,
      '        unit: 人',
      '        count:',
      `            fact: ${fact}`,
      `            by: ${by}`,
      ...ofGroup(group),
    ]),
    `      - code: rate_${group}`,
    `        name: 就職率 ${group}`,
    '        unit: "%"',
    '        ratio:',
    '          style: cohort',
    '          numerator: { fact: placement, by: distinct_persons, date: starts_on }',
    '          denominator:',
    '            fact: plan',
    '            by: distinct_persons',
    ...ofGroup(group),
  ]);
  return `format: yearly-plan/1
site: { code: bench-${site}, name: 計測市${site}, opened_on: 2000-04-01, fiscal_year: 2026 }
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
