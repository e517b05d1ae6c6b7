import type { StaffActor } from '#access';
import { type IsoDate, shortWareki } from '#kernel';
import { ja } from '#messages';
import { type Choice, Columns, DateBoxes, RadioChips, Select, Stack, TextField } from '#ui';
import type { FormState } from '../../../platform/pages/index.js';
import type { Colleague } from '../../quick-log.reader.js';
import { dateValue } from '../shared/date-value.js';
import { ACTION, DUE_IN, ownerValue } from './quick-log.form.js';

const DUE_LABELS: Readonly<Record<string, string>> = { week: '1週間後', fortnight: '2週間後', month: '1か月後' };

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
        label="すること"
        width="full"
        value={form.value(ACTION.title)}
        error={form.error(ACTION.title)}
      />
      <Columns>
        <RadioChips name={ACTION.dueIn} label="期限" marked={false} options={due} value={form.value(ACTION.dueIn)} />
        <DateBoxes
          name={ACTION.dueOn}
          label="期限の日付"
          marked={false}
          support="日付を入れると、左の選択より優先します。"
          value={dateValue(form, ACTION.dueOn)}
          error={form.error(ACTION.dueOn)}
        />
      </Columns>
      <Select
        name={ACTION.owner}
        label="担当"
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
    { value: ownerValue(actor.side, actor.staffId), label: `自分（${actor.name}）` },
    ...others.filter(({ id }) => team.includes(id)).map(choice),
    { value: ownerValue('jobseeker'), label: '本人' },
    { value: ownerValue('municipal'), label: '自治体側（担当者を決めない）' },
    { value: ownerValue('national'), label: '国側（担当者を決めない）' },
    ...others.filter(({ id }) => !team.includes(id)).map(choice),
  ];
}
