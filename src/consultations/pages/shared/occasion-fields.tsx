import { ja } from '#messages';
import { Checkbox, DateBoxes, NumberField, RadioChips, Select, Stack, TimeField } from '#ui';
import type { FormState } from '../../../platform/pages/index.js';
import { CHANNEL_CHOICES } from './choices.js';
import { dateValue } from './date-value.js';

const words = ja.screens.consultations;

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
      <DateBoxes
        name="heldOn"
        label={words.heldOn}
        required
        value={dateValue(form, 'heldOn')}
        error={form.error('heldOn')}
      />
      <div class="row">
        <TimeField {...field('startedAt')} label={words.startedAt} />
        <NumberField {...field('minutes')} label={words.duration} unit={words.minutesUnit} />
      </div>
      <RadioChips {...field('channel')} label={words.channel} required options={CHANNEL_CHOICES} />
      <Select
        {...field('deskId')}
        label={words.desk}
        blank={words.noDesk}
        width="full"
        options={desks.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Checkbox name="byAppointment" label={words.byAppointment} value="true" checked={form.checked('byAppointment')} />
    </Stack>
  );
}
