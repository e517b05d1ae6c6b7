import type { ReasonOccasion } from '#domain/reason';
import { fill, ja } from '#messages';
import { type Choice, type ChoiceGroup, Select, TextArea } from '#ui';
import type { SiteReason } from '../../../organisations/index.js';
import type { FormState } from '../../../platform/pages/index.js';

export interface ReasonFieldsProps {
  readonly form: FormState;
  /** What is explained: 辞退の理由. */
  readonly label: string;
  /** What the form can record; of several, each has its own group of reasons. */
  readonly occasions: readonly ReasonOccasion[];
  readonly reasons: readonly SiteReason[];
  readonly idPrefix: string;
  /** The record cannot stand without a reason; words alone will do. */
  readonly needed?: boolean;
}

/** 理由: one from the site's list, and room for what the list does not hold. */
export function ReasonFields({
  form,
  label,
  occasions,
  reasons,
  idPrefix,
  needed = false,
}: ReasonFieldsProps): JSX.Element {
  const [only, ...others] = occasions.map((occasion) => ({
    label: ja.reason.occasion[occasion],
    options: choices(reasons, occasion),
  }));
  const options: readonly (Choice | ChoiceGroup)[] =
    only === undefined ? [] : others.length === 0 ? only.options : [only, ...others];
  return (
    <>
      <Select
        name="reasonCode"
        label={label}
        width="long"
        idPrefix={idPrefix}
        blank={ja.reason.blank}
        options={options}
        marked={!needed}
        support={needed ? ja.reason.neededSupport : undefined}
        value={form.value('reasonCode')}
        error={form.error('reasonCode')}
      />
      <TextArea
        name="reasonNote"
        label={fill(ja.screens.referrals.noteOf, { label })}
        rows={2}
        idPrefix={idPrefix}
        marked={!needed}
        support={ja.reason.noteSupport}
        value={form.value('reasonNote')}
        error={form.error('reasonNote')}
      />
    </>
  );
}

function choices(reasons: readonly SiteReason[], occasion: ReasonOccasion): Choice[] {
  return reasons
    .filter(({ occasions }) => occasions.includes(occasion))
    .map(({ code, name }) => ({ value: code, label: name }));
}
