import { fill, ja } from '#messages';
import { CheckboxChips, RadioChips, TextArea } from '#ui';
import type { FormState } from '../../../platform/pages/index.js';
import { KIND_CHOICES, OUTCOME_CHOICES } from './choices.js';

const words = ja.screens.consultations;

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
        label={words.kindOfConsultation}
        required
        options={KIND_CHOICES}
        value={form.value('kind')}
        error={form.error('kind')}
        autofocus={autofocus}
      />
      <TextArea
        name="sharedText"
        label={words.sharedText}
        support={words.sharedTextSupport}
        rows={6}
        value={form.value('sharedText')}
        error={form.error('sharedText')}
      />
      <TextArea
        name="ownNote"
        label={words.ownNote}
        support={fill(words.ownNoteSupport, { organisation: organisationName })}
        rows={2}
        value={form.value('ownNote')}
        error={form.error('ownNote')}
      />
      <CheckboxChips
        name="outcomes"
        label={words.outcomes}
        options={OUTCOME_CHOICES}
        values={form.values('outcomes')}
        error={form.error('outcomes')}
      />
    </>
  );
}
