import type { StaffActor } from '#access';
import { type IsoDate, shortWareki } from '#kernel';
import { fill, ja } from '#messages';
import { type Choice, Columns, DateBoxes, RadioChips, Select, Stack, TextField } from '#ui';
import type { FormState } from '../../../platform/pages/index.js';
import type { Colleague } from '../../quick-log.reader.js';
import { dateValue } from '../shared/date-value.js';
import { ACTION, DUE_IN, ownerValue } from './quick-log.form.js';

const words = ja.screens.consultations;

const DUE_LABELS: Readonly<Record<string, string>> = {
  week: words.inOneWeek,
  fortnight: words.inTwoWeeks,
  month: words.inOneMonth,
};

export interface NextActionFieldsProps {
  readonly form: FormState;
  readonly actor: StaffActor;
  readonly colleagues: readonly Colleague[];
  readonly team: readonly string[];
  readonly today: IsoDate;
}

/** 次の行動: what, by when, whose. Left empty, there is none. */
export function NextActionFields({ form, actor, colleagues, team, today }: NextActionFieldsProps): JSX.Element {
  const due = Object.entries(DUE_IN).map(([value, from], index): Choice => ({
    value,
    label: DUE_LABELS[value] ?? value,
    key: String(index + 1),
    hint: shortWareki(from(today)),
  }));
  return (
    <Stack>
      <TextField
        name={ACTION.title}
        label={words.toDo}
        width="full"
        value={form.value(ACTION.title)}
        error={form.error(ACTION.title)}
      />
      <Columns>
        <RadioChips
          name={ACTION.dueIn}
          label={words.due}
          marked={false}
          options={due}
          value={form.value(ACTION.dueIn)}
        />
        <DateBoxes
          name={ACTION.dueOn}
          label={words.dueDate}
          marked={false}
          support={words.dueDateSupport}
          value={dateValue(form, ACTION.dueOn)}
          error={form.error(ACTION.dueOn)}
        />
      </Columns>
      <Select
        name={ACTION.owner}
        label={words.owner}
        marked={false}
        options={owners(actor, colleagues, team)}
        value={form.value(ACTION.owner)}
        error={form.error(ACTION.owner)}
      />
    </Stack>
  );
}

/** Me first, then the team, the jobseeker, the sides without a person, everyone else. */
function owners(actor: StaffActor, colleagues: readonly Colleague[], team: readonly string[]): Choice[] {
  const others = colleagues.filter(({ id }) => id !== actor.staffId);
  const choice = ({ id, name, side }: Colleague): Choice => ({
    value: ownerValue(side, id),
    label: `${name}（${ja.codes.side[side]}）`,
  });
  return [
    { value: ownerValue(actor.side, actor.staffId), label: fill(words.myself, { name: actor.name }) },
    ...others.filter(({ id }) => team.includes(id)).map(choice),
    { value: ownerValue('jobseeker'), label: words.jobseekerThemself },
    { value: ownerValue('municipal'), label: words.municipalSide },
    { value: ownerValue('national'), label: words.nationalSide },
    ...others.filter(({ id }) => !team.includes(id)).map(choice),
  ];
}
