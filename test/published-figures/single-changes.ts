import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import type { CountDefinition, FactDate, FactName, IndicatorDefinition } from '#indicators';
import { addDays, daysBetween, type IsoDate } from '#kernel';
import { LAST_DAY } from '../../src/demonstration/index.js';

/** What of the records a change touches, in the words of definitions. */
export type Touched =
  | { readonly aspect: 'route' | 'person'; readonly fact: FactName }
  | { readonly aspect: 'date'; readonly fact: FactName; readonly dates: readonly FactDate[] }
  | { readonly aspect: 'group'; readonly groups: readonly string[] };

/** One record changed behind the application's back; `undo` puts it back. */
interface ChangeMade {
  readonly touched: Touched;
  readonly undo: () => Promise<void>;
}

export type MakeChange = (owner: DataSource) => Promise<ChangeMade>;

const FIRST_DAY: IsoDate = '2012-01-25';
const day = fc.integer({ min: 0, max: daysBetween(FIRST_DAY, LAST_DAY) + 7 }).map((days) => addDays(FIRST_DAY, days));
const which = fc.nat();
/** Two that the plans count, and one that they do not. */
const group = fc.constantFrom('livelihood_protection', 'disabled', 'general');
const route = fc.constantFrom('self_found', 'job_fair', 'online_application', 'other');

/** A dated column and the dates of facts that follow from it. */
interface DatedColumn {
  readonly table: string;
  /** SQL of the columns to set; $1 is the new day. Later days of the same record may forbid it to come after them. */
  readonly set: Readonly<Record<string, string>>;
  readonly touched: { readonly fact: FactName; readonly dates: readonly FactDate[] };
}

const DATED: readonly DatedColumn[] = [
  { table: 'jobseeker', set: { registered_on: '$1' }, touched: { fact: 'registration', dates: ['occurred_on'] } },
  { table: 'consultation', set: { held_on: '$1' }, touched: { fact: 'consultation', dates: ['occurred_on'] } },
  {
    table: 'support_case',
    set: { opened_on: 'least($1, closed_on)' },
    touched: { fact: 'support', dates: ['occurred_on'] },
  },
  {
    table: 'support_plan',
    set: { drawn_up_on: '$1', agreed_on: '$1' },
    touched: { fact: 'plan', dates: ['occurred_on', 'drawn_up_on'] },
  },
  {
    table: 'support_plan',
    set: { drawn_up_on: 'least($1, agreed_on)' },
    touched: { fact: 'plan', dates: ['drawn_up_on'] },
  },
  {
    table: 'referral',
    set: { asked_on: 'least($1, asked_on)', letter_issued_on: '$1' },
    touched: { fact: 'referral', dates: ['occurred_on', 'asked_on'] },
  },
  { table: 'placement', set: { starts_on: '$1' }, touched: { fact: 'placement', dates: ['occurred_on', 'starts_on'] } },
  { table: 'placement', set: { decided_on: '$1' }, touched: { fact: 'placement', dates: ['decided_on'] } },
];

/** Single changes of a record's date, route, group or person, by the name of what is changed. */
export const SINGLE_CHANGES: readonly (readonly [string, fc.Arbitrary<MakeChange>])[] = [
  ...DATED.map(
    ({ table, set, touched }) =>
      [
        `${table} ${Object.keys(set).join(' and ')}`,
        fc.tuple(which, day).map(
          ([row, to]): MakeChange =>
            (owner) =>
              change(owner, table, row, set, to, () => ({ aspect: 'date', ...touched })),
        ),
      ] as const,
  ),
  [
    'route',
    fc.tuple(which, route).map(
      ([row, to]): MakeChange =>
        (owner) =>
          change(owner, 'placement', row, { route: '$1' }, to, () => ({ aspect: 'route', fact: 'placement' })),
    ),
  ],
  [
    'group',
    fc.tuple(which, group).map(
      ([row, to]): MakeChange =>
        (owner) =>
          change(owner, 'group_membership', row, { group_code: '$1' }, to, ({ group_code: from }) => ({
            aspect: 'group',
            groups: [String(from), to],
          })),
    ),
  ],
  [
    'first day in a group',
    fc.tuple(which, day).map(
      ([row, to]): MakeChange =>
        (owner) =>
          change(owner, 'group_membership', row, { starts_on: 'least($1, ends_on)' }, to, (before) => ({
            aspect: 'group',
            groups: [String(before['group_code'])],
          })),
    ),
  ],
  ...(['placement', 'referral'] as const).map(
    (table) =>
      [
        `person of a ${table}`,
        fc.tuple(which, which).map(([row, other]): MakeChange => async (owner) => {
          const { id, jobseeker_id } = await pick(
            owner,
            'support_case',
            other,
            table === 'placement' ? WITHOUT_A_JOB : 'true',
          );
          const { id: record, support_case_id: fromCase, jobseeker_id: from } = await pick(owner, table, row);
          const move = (toCase: unknown, to: unknown): Promise<unknown> =>
            owner.query(`UPDATE ${table} SET support_case_id = $2, jobseeker_id = $3 WHERE id = $1`, [
              record,
              toCase,
              to,
            ]);
          // Attempts are numbered within a case.
          if (table === 'referral')
            await owner.query('UPDATE referral SET attempt_no = attempt_no + 1000 WHERE id = $1', [record]);
          await move(id, jobseeker_id);
          return {
            touched: { aspect: 'person', fact: table },
            undo: async () => {
              await move(fromCase, from);
              if (table === 'referral')
                await owner.query('UPDATE referral SET attempt_no = attempt_no - 1000 WHERE id = $1', [record]);
            },
          };
        }),
      ] as const,
  ),
  [
    'person of a consultation',
    fc.tuple(which, which).map(([row, other]): MakeChange => async (owner) => {
      const { id: to } = await pick(owner, 'jobseeker', other);
      const { id, jobseeker_id: from } = await pick(owner, 'consultation', row, 'support_case_id IS NULL');
      // The participants name the person too, and both must agree at the end of the statement.
      const move = (person: unknown): Promise<unknown> =>
        owner.query(
          `WITH participants AS (UPDATE consultation_participant SET jobseeker_id = $2 WHERE consultation_id = $1) UPDATE consultation
            SET jobseeker_id = $2 WHERE id = $1`,
          [id, person],
        );
      await move(to);
      return { touched: { aspect: 'person', fact: 'consultation' }, undo: async () => void (await move(from)) };
    }),
  ],
];

/** Whether a definition can see what was touched: if not, its figure must not move. */
export function canSee(definition: IndicatorDefinition, touched: Touched): boolean {
  switch (definition.type) {
    case 'count':
      return countSees(definition, touched);
    case 'sum':
      return definition.terms.some((term) => countSees(term, touched));
    case 'ratio': {
      const asksForSupport = definition.style !== 'period' && touched.aspect !== 'group' && touched.fact === 'support';
      return asksForSupport || countSees(definition.numerator, touched) || countSees(definition.denominator, touched);
    }
    case 'manual':
      return false;
  }
}

function countSees({ fact, counting, date, filters }: CountDefinition, touched: Touched): boolean {
  if (touched.aspect === 'group')
    return filters.targetGroups?.anyOf.some((code) => touched.groups.includes(code)) ?? false;
  if (touched.fact !== fact) return false;
  switch (touched.aspect) {
    case 'route':
      return filters.routes !== undefined;
    case 'date':
      return touched.dates.includes(date);
    case 'person':
      return counting === 'distinct_persons' || filters.targetGroups !== undefined;
  }
}

type Row = Readonly<Record<string, unknown>>;

async function change(
  owner: DataSource,
  table: string,
  row: number,
  set: Readonly<Record<string, string>>,
  to: string,
  touched: (before: Row) => Touched,
): Promise<ChangeMade> {
  const before = await pick(owner, table, row);
  const columns = Object.keys(set);
  await owner.query(
    `UPDATE ${table} SET ${columns.map((column) => `${column} = ${set[column]}`).join(', ')} WHERE id = $2`,
    [to, before['id']],
  );
  const undo = async (): Promise<void> => {
    await owner.query(
      `UPDATE ${table} SET ${columns.map((column, index) => `${column} = $${index + 2}`).join(', ')} WHERE id = $1`,
      [before['id'], ...columns.map((column) => before[column])],
    );
  };
  return { touched: touched(before), undo };
}

/** A period has one job at a time. */
const WITHOUT_A_JOB =
  'NOT EXISTS (SELECT 1 FROM placement p WHERE p.support_case_id = support_case.id AND p.reversed_on IS NULL)';

async function pick(owner: DataSource, table: string, row: number, where = 'true'): Promise<Row> {
  const [{ count }]: [{ count: number }] = await owner.query(
    `SELECT count(*)::int AS count FROM ${table} WHERE ${where}`,
  );
  const [picked]: Row[] = await owner.query(`SELECT * FROM ${table} WHERE ${where} ORDER BY id OFFSET $1 LIMIT 1`, [
    row % count,
  ]);
  if (picked === undefined) throw new Error(`no ${table}`);
  return picked;
}
