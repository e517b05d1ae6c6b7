import { isBlankDate } from '#kernel';
import { fill, ja } from '#messages';
import { TASK_TITLE_MAX } from '#domain/task';
import { PLAN_TEXT_MAX } from '#domain/support-plan';
import {
  Card,
  Checkbox,
  type Choice,
  Columns,
  DateBoxes,
  type DateBoxesProps,
  Disclosure,
  type FieldProps,
  HiddenValues,
  NumberField,
  Select,
  Stack,
  TextField,
} from '#ui';
import type { FormState } from '../../../platform/pages/index.js';
import type { SiteStaff } from '../../support-plans.repository.js';
import { ownerValue, rowField } from './edit-plan.form.js';

const words = ja.screens.supportPlans;

export interface StepRowsProps {
  readonly form: FormState;
  readonly rows: number;
  readonly staff: readonly SiteStaff[];
}

/** The steps as rows to fill in; a row left empty is none. */
export function StepRows({ form, rows, staff }: StepRowsProps): JSX.Element {
  const all = Array.from({ length: rows }, (_, row) => row);
  const origins = all.map((row): Choice => ({
    value: form.value(rowField(row, 'stepKey')),
    label: fill(words.stepAndTitle, { number: row + 1, title: form.value(rowField(row, 'title')) }),
  }));
  return (
    <Stack>
      {all.map((row) => (
        <StepRow form={form} row={row} owners={ownerChoices(staff)} origins={origins.slice(0, row)} />
      ))}
    </Stack>
  );
}

type RowField = Pick<FieldProps, 'name' | 'error' | 'marked' | 'within'>;

interface StepRowProps {
  readonly form: FormState;
  readonly row: number;
  readonly owners: readonly Choice[];
  /** The steps above, from which this one may fall back. */
  readonly origins: readonly Choice[];
}

function StepRow({ form, row, owners, origins }: StepRowProps): JSX.Element {
  const within = fill(words.stepNumber, { number: row + 1 });
  const field = (name: string): RowField => ({
    name: rowField(row, name),
    error: form.error(rowField(row, name)),
    marked: false,
    within,
  });
  const value = (name: string): string => form.value(rowField(row, name));
  const isNew = value('title') === '';
  return (
    <Card title={within} level={3}>
      <HiddenValues values={{ [rowField(row, 'stepKey')]: value('stepKey') }} />
      <TextField
        {...field('title')}
        label={words.toDo}
        width="full"
        maxlength={TASK_TITLE_MAX}
        value={value('title')}
      />
      <Columns>
        <Select {...field('owner')} label={words.owner} blank={words.choose} options={owners} value={value('owner')} />
        <DateBoxes {...field('dueOn')} label={words.due} value={dateTyped(form, rowField(row, 'dueOn'))} />
        <NumberField {...field('order')} label={words.position} value={value('order') || String(row + 1)} />
      </Columns>
      {row === 0 ? null : <Branch form={form} row={row} origins={origins} field={field} />}
      {isNew ? null : <Checkbox {...field('remove')} label={words.removeStep} checked={value('remove') !== ''} />}
    </Card>
  );
}

function Branch({
  form,
  row,
  origins,
  field,
}: Omit<StepRowProps, 'owners'> & { field: (name: string) => RowField }): JSX.Element {
  const names = ['branchCondition', 'branchOn', 'branchOf'];
  const isOpen =
    names.some((name) => form.value(rowField(row, name)) !== '' || form.error(rowField(row, name)) !== undefined) ||
    dateTyped(form, rowField(row, 'branchOn')) !== undefined;
  return (
    <Disclosure title={words.branch} open={isOpen}>
      <TextField
        {...field('branchCondition')}
        label={words.branchCondition}
        support={words.branchConditionSupport}
        width="full"
        maxlength={PLAN_TEXT_MAX}
        value={form.value(rowField(row, 'branchCondition'))}
      />
      <Columns>
        <DateBoxes {...field('branchOn')} label={words.branchOn} value={dateTyped(form, rowField(row, 'branchOn'))} />
        <Select
          {...field('branchOf')}
          label={words.branchOf}
          blank={words.noBranch}
          options={origins}
          value={form.value(rowField(row, 'branchOf'))}
        />
      </Columns>
    </Disclosure>
  );
}

/** What was typed into the boxes of a date; nothing typed leaves the era to the boxes. */
export function dateTyped(form: FormState, name: string): DateBoxesProps['value'] {
  const typed = form.date(name);
  return isBlankDate(typed) ? undefined : typed;
}

function ownerChoices(staff: readonly SiteStaff[]): Choice[] {
  const ofSide = (side: SiteStaff['side']): Choice[] => [
    { value: ownerValue(side), label: fill(words.sideWithoutPerson, { side: ja.codes.side[side] }) },
    ...staff
      .filter((member) => member.side === side)
      .map(({ id, name, title }) => ({
        value: ownerValue(side, id),
        label: `${name}（${ja.codes.side[side]}　${title}）`,
      })),
  ];
  return [
    ...ofSide('municipal'),
    ...ofSide('national'),
    { value: ownerValue('jobseeker'), label: ja.codes.planStepOwner.jobseeker },
  ];
}
