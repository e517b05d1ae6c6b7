import { Checkbox, DateBoxes, NumberField, RadioChips, Select, Stack, TimeField } from '#ui';
import type { FormState } from '../../../platform/pages/index.js';
import { CHANNEL_CHOICES } from './choices.js';
import { dateValue } from './date-value.js';

export interface OccasionFieldsProps {
  readonly form: FormState;
  readonly desks: readonly { readonly id: number; readonly name: string }[];
}

/** いつ・どこで: when, where and how it was held. */
export function OccasionFields({ form, desks }: OccasionFieldsProps): JSX.Element {
  const field = (name: string): { name: string; value: string; error: string | undefined } => ({
    name,
    value: form.value(name),
    error: form.error(name),
  });
  return (
    <Stack>
      <DateBoxes name="heldOn" label="相談日" required value={dateValue(form, 'heldOn')} error={form.error('heldOn')} />
      <div class="row">
        <TimeField {...field('startedAt')} label="開始時刻" />
        <NumberField {...field('minutes')} label="所要時間" unit="分" />
      </div>
      <RadioChips {...field('channel')} label="方法" required options={CHANNEL_CHOICES} />
      <Select
        {...field('deskId')}
        label="窓口"
        blank="（指定なし）"
        width="full"
        options={desks.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Checkbox name="byAppointment" label="予約による相談" value="true" checked={form.checked('byAppointment')} />
    </Stack>
  );
}
