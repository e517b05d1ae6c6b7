import { CheckboxChips, RadioChips, TextArea } from '#ui';
import type { FormState } from '../../../platform/pages/index.js';
import { KIND_CHOICES, OUTCOME_CHOICES } from './choices.js';

export interface RecordFieldsProps {
  readonly form: FormState;
  /** Whose the own note is. */
  readonly organisationName: string;
  /** The page opens at the kind: the person is known already. */
  readonly autofocus?: boolean;
}

/** 相談の内容, in the order it is typed: one key for the kind, Tab, the text. */
export function RecordFields({ form, organisationName, autofocus = false }: RecordFieldsProps): JSX.Element {
  return (
    <>
      <RadioChips
        name="kind"
        label="相談の種類"
        required
        options={KIND_CHOICES}
        value={form.value('kind')}
        error={form.error('kind')}
        autofocus={autofocus}
      />
      <TextArea
        name="sharedText"
        label="共有記録"
        support="情報共有の同意があれば、もう一方の機関の職員も読みます。"
        rows={6}
        value={form.value('sharedText')}
        error={form.error('sharedText')}
      />
      <TextArea
        name="ownNote"
        label="自機関だけの記録"
        support={`${organisationName}の職員だけが読みます。同意があっても共有されません。`}
        rows={2}
        value={form.value('ownNote')}
        error={form.error('ownNote')}
      />
      <CheckboxChips
        name="outcomes"
        label="結果"
        options={OUTCOME_CHOICES}
        values={form.values('outcomes')}
        error={form.error('outcomes')}
      />
    </>
  );
}
