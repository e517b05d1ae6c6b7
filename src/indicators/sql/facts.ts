import { APP_ROLE, REPORT_ROLE, type RepeatableSql, view } from '../../platform/sql/index.js';

/** Columns of a fact in the order of the views, with the type of those a fact may lack. */
const COLUMNS: Readonly<Record<string, string>> = {
  id: 'uuid',
  site_id: 'int',
  desk: 'text',
  programme: 'text',
  jobseeker_id: 'uuid',
  case_id: 'uuid',
  occurred_on: 'date',
  drawn_up_on: 'date',
  asked_on: 'date',
  decided_on: 'date',
  starts_on: 'date',
  until: 'date',
  withdrawn_on: 'date',
  kind: 'text',
  channel: 'text',
  route: 'text',
  employment_type: 'text',
  team_support: 'boolean',
  staff_ids: 'uuid[]',
  staff_roles: 'text[]',
  establishment_id: 'uuid',
  quantity: 'int',
};

type FactColumns = Readonly<Partial<Record<keyof typeof COLUMNS, string>>>;

function uniform(columns: FactColumns): string {
  return Object.entries(COLUMNS)
    .map(([name, type]) => `${columns[name] ?? `NULL::${type}`} AS ${name}`)
    .join(', ');
}

/**
 * A record of a case counts under the case's programme, at the case's desk. Every record has a case; it is joined from the left
 * all the same, because the planner leaves such a join out where nobody asks for what it brings.
 */
const OF_CASE = `LEFT JOIN support_case c ON c.id = r.support_case_id LEFT JOIN programme p ON p.id = c.programme_id LEFT JOIN desk d ON d.id = c.desk_id`;
const caseColumns = (day: string): FactColumns => ({
  id: 'r.id',
  site_id: 'r.site_id',
  desk: 'd.code',
  programme: 'p.code',
  jobseeker_id: 'r.jobseeker_id',
  case_id: 'c.id',
  team_support: `(c.team_support_since <= ${day})`,
  quantity: '1',
});

const FACTS: readonly (readonly [name: string, columns: FactColumns, from: string])[] = [
  [
    'fact_visit',
    {
      id: 'v.id',
      site_id: 'v.site_id',
      desk: 'd.code',
      occurred_on: 'v.visited_on',
      withdrawn_on: 'v.corrected_on',
      kind: 'v.purpose',
      quantity: 'v.quantity',
    },
    'visit v LEFT JOIN desk d ON d.id = v.desk_id',
  ],
  [
    'fact_registration',
    { id: 'j.id', site_id: 'j.site_id', jobseeker_id: 'j.id', occurred_on: 'j.registered_on', quantity: '1' },
    'jobseeker j',
  ],
  [
    'fact_support',
    {
      ...caseColumns('c.opened_on'),
      id: 'c.id',
      site_id: 'c.site_id',
      jobseeker_id: 'c.jobseeker_id',
      occurred_on: 'c.opened_on',
      until: 'c.closed_on',
      kind: 'c.status',
    },
    'support_case c LEFT JOIN programme p ON p.id = c.programme_id LEFT JOIN desk d ON d.id = c.desk_id',
  ],
  [
    'fact_support_request',
    { ...caseColumns('r.requested_on'), occurred_on: 'r.requested_on', kind: 'r.status' },
    `support_request r ${OF_CASE}`,
  ],
  [
    'fact_plan',
    { ...caseColumns('r.agreed_on'), occurred_on: 'r.agreed_on', drawn_up_on: 'r.drawn_up_on' },
    `support_plan r ${OF_CASE}`,
  ],
  // Team support of a consultation is a matter of who sat there: staff of both sides.
  [
    'fact_consultation',
    {
      id: 'k.id',
      site_id: 'k.site_id',
      desk: 'coalesce(kd.code, d.code)',
      programme: 'p.code',
      jobseeker_id: 'k.jobseeker_id',
      case_id: 'k.support_case_id',
      occurred_on: 'k.held_on',
      kind: 'k.kind',
      channel: 'k.channel',
      quantity: '1',
      team_support: 'k.both_sides_present',
      staff_ids: '(SELECT array_agg(cp.staff_id) FROM consultation_participant cp WHERE cp.consultation_id = k.id)',
      staff_roles:
        '(SELECT array_agg(s.title) FROM consultation_participant cp JOIN staff s ON s.id = cp.staff_id WHERE cp.consultation_id = k.id)',
    },
    `consultation k LEFT JOIN desk kd ON kd.id = k.desk_id LEFT JOIN support_case c ON c.id = k.support_case_id
      LEFT JOIN programme p ON p.id = c.programme_id LEFT JOIN desk d ON d.id = c.desk_id`,
  ],
  // A referral is one once its letter is issued; an employer who was asked and declined before that is none.
  [
    'fact_referral',
    {
      ...caseColumns('r.letter_issued_on'),
      occurred_on: 'r.letter_issued_on',
      asked_on: 'r.asked_on',
      kind: 'r.outcome',
      establishment_id: 'r.employer_id',
    },
    `referral r ${OF_CASE} WHERE r.letter_issued_on IS NOT NULL`,
  ],
  [
    'fact_offer',
    {
      ...caseColumns('r.received_on'),
      occurred_on: 'r.received_on',
      kind: 'r.status',
      establishment_id: 'r.employer_id',
    },
    `offer r ${OF_CASE}`,
  ],
  [
    'fact_placement',
    {
      ...caseColumns('r.starts_on'),
      occurred_on: 'r.starts_on',
      starts_on: 'r.starts_on',
      decided_on: 'r.decided_on',
      withdrawn_on: 'r.reversed_on',
      route: 'r.route',
      employment_type: 'r.employment_type',
      establishment_id: 'r.employer_id',
    },
    `placement r ${OF_CASE}`,
  ],
];

const READERS = [APP_ROLE, REPORT_ROLE];

/**
 * What can be counted (`Fact` in libs/indicators), one view per fact, all with the same columns. They run with the rights
 * of whoever asks: the reporting role sees every row of the site, a viewer those they may open.
 */
export const FACT_VIEWS: readonly RepeatableSql[] = [
  ...FACTS.map(([name, columns, from]) => view(name, `SELECT ${uniform(columns)} FROM ${from}`, READERS)),
  view(
    'fact_group_membership',
    'SELECT site_id, jobseeker_id, group_code, starts_on, ends_on FROM group_membership',
    READERS,
  ),
];
