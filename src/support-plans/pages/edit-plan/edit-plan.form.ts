import { v7 as uuid } from 'uuid';
import { type FieldError, InvalidInput, isBlankDate, type IsoDate } from '#kernel';
import { PLAN_STEPS_MAX } from '#domain/support-plan';
import { typedDate } from '#ui';
import { withDates } from '../../../platform/pages/index.js';
import { stepsTakenOut } from '../../plan-history.js';
import type { PlanVersionLine } from '../../support-plans.repository.js';

/** Empty rows a form begins with, and as many come with 「行を追加」. */
const EMPTY_ROWS = 3;

type Typed = Readonly<Record<string, unknown>>;

/** Name of a field in a row of the form. */
export const rowField = (row: number, field: string): string => `steps.${row}.${field}`;

const text = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** How many rows a form has. */
export function rowsOf(typed: Typed): number {
  const rows = Number(typed['rows']);
  return Number.isInteger(rows) && rows > 0 ? Math.min(rows, PLAN_STEPS_MAX) : EMPTY_ROWS;
}

/** The same form with more empty rows at its end. */
export function withMoreRows(typed: Typed): Typed {
  return withEmptyRows(typed, rowsOf(typed), rowsOf(typed) + EMPTY_ROWS);
}

/** The form of a version that is to be changed, or of the first plan. */
export function typedPlan(version: PlanVersionLine | null, proposed: PlanVersionLine | null, today: IsoDate): Typed {
  const steps = version?.steps ?? [];
  const kept = steps.map((step) => ({ step, remove: '' }));
  // What was taken out before the agreement stays at the end, marked as it is: without the mark it is in the plan again.
  const takenOut = (proposed === null ? [] : stepsTakenOut(proposed)).map((step) => ({ step, remove: 'on' }));
  const all = [...kept, ...takenOut].slice(0, PLAN_STEPS_MAX);
  const rows = all.map(({ step, remove }, row): Typed => ({
    [rowField(row, 'stepKey')]: step.stepKey,
    [rowField(row, 'title')]: step.title,
    [rowField(row, 'owner')]: ownerValue(step.ownerSide ?? '', step.ownerStaffId),
    ...boxes(rowField(row, 'dueOn'), step.dueOn),
    [rowField(row, 'branchCondition')]: step.branchCondition ?? '',
    ...boxes(rowField(row, 'branchOn'), step.branchOn),
    [rowField(row, 'branchOf')]: step.branchOf ?? '',
    [rowField(row, 'order')]: String(row + 1),
    [rowField(row, 'remove')]: remove,
  }));
  const filled = Object.assign({}, ...rows) as Typed;
  return {
    goal: version?.goal ?? '',
    situation: version?.situation ?? '',
    reason: proposed?.reason ?? '',
    ...boxes('drawnUpOn', today),
    ...withEmptyRows(filled, all.length, all.length + EMPTY_ROWS),
  };
}

/** Value of the one list from which an owner is chosen: a side, or a side and a person of it. */
export function ownerValue(side: string, staffId: string | null = null): string {
  return staffId === null ? side : `${side}:${staffId}`;
}

/** A form as it came: what is to be checked, and the row each step was typed in. */
export interface ReadForm {
  readonly input: Record<string, unknown>;
  readonly rows: readonly number[];
}

/**
 * Reads the rows that were filled in, in the order their numbers say.
 * @throws InvalidInput naming each date that is none
 */
export function readForm(body: Typed): ReadForm {
  const all = Array.from({ length: rowsOf(body) }, (_, row) => row);
  const rows = all
    .filter((row) => text(body, rowField(row, 'remove')) === '' && isFilled(body, row))
    .sort((one, other) => orderOf(body, one) - orderOf(body, other));
  const typed = withDates(body, [
    'drawnUpOn',
    'reviewOn',
    ...rows.flatMap((row) => [rowField(row, 'dueOn'), rowField(row, 'branchOn')]),
  ]);
  const steps = rows.map((row) => {
    const value = (field: string): unknown => typed[rowField(row, field)];
    const [ownerSide, ownerStaffId] = text(typed, rowField(row, 'owner')).split(':');
    return {
      stepKey: value('stepKey'),
      title: value('title'),
      ownerSide: ownerSide === '' ? undefined : ownerSide,
      ownerStaffId,
      dueOn: value('dueOn'),
      branchCondition: value('branchCondition'),
      branchOn: value('branchOn'),
      branchOf: value('branchOf'),
    };
  });
  const { goal, situation, reason, drawnUpOn, reviewOn, version } = typed;
  return {
    input: {
      goal,
      situation,
      reason,
      drawnUpOn,
      version,
      steps,
      reviews: reviewOn === undefined ? [] : [{ dueOn: reviewOn }],
    },
    rows,
  };
}

/** The error as the form shows it: at the row where a step was typed, not at its place in the list. */
export function withFormRows(error: unknown, rows: readonly number[]): unknown {
  if (!(error instanceof InvalidInput)) return error;
  return new InvalidInput(error.fields.map((problem) => ({ ...problem, field: fieldOnForm(problem, rows) })));
}

function fieldOnForm({ field }: FieldError, rows: readonly number[]): string {
  if (field === 'steps') return rowField(0, 'title');
  if (field.startsWith('reviews.')) return 'reviewOn';
  const [, index, name] = /^steps\.(\d+)\.(\w+)$/.exec(field) ?? [];
  if (index === undefined || name === undefined) return field;
  const shown = name === 'ownerSide' || name === 'ownerStaffId' ? 'owner' : name === 'stepKey' ? 'title' : name;
  return rowField(rows[Number(index)] ?? 0, shown);
}

function isFilled(body: Typed, row: number): boolean {
  const date = (field: string): boolean => {
    const part = (name: string): string => text(body, `${rowField(row, field)}_${name}`);
    return !isBlankDate({ era: part('era'), year: part('year'), month: part('month'), day: part('day') });
  };
  return (
    ['title', 'owner', 'branchCondition', 'branchOf'].some((field) => text(body, rowField(row, field)) !== '') ||
    date('dueOn') ||
    date('branchOn')
  );
}

/** A row without a number stays where it is. */
function orderOf(body: Typed, row: number): number {
  const typed = text(body, rowField(row, 'order')).normalize('NFKC');
  const order = Number(typed);
  return typed === '' || !Number.isFinite(order) ? row + 1 : order;
}

/** Each new row has a key from the start, so that another row can name it as what it falls back from. */
function withEmptyRows(typed: Typed, from: number, to: number): Typed {
  const rows = Math.min(to, PLAN_STEPS_MAX);
  const keys = Array.from({ length: Math.max(0, rows - from) }, (_, index): [string, string] => [
    rowField(from + index, 'stepKey'),
    uuid(),
  ]);
  return { ...typed, ...Object.fromEntries(keys), rows: String(rows) };
}

function boxes(name: string, date: IsoDate | null): Typed {
  if (date === null) return {};
  const { era = '', year, month, day } = typedDate(date);
  return { [`${name}_era`]: era, [`${name}_year`]: year, [`${name}_month`]: month, [`${name}_day`]: day };
}
