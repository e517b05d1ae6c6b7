import { CONSENT_TEXT_MAX, DECISION_BASES } from '#domain/consent';
import { NAME_MAX } from '#domain/jobseeker';
import { ja } from '#messages';
import { CheckboxChips, DateBoxes, Notice, RadioChips, Select, TextArea, TextField } from '#ui';
import { choicesOf, type Jobseeker, smallFormPage } from '../../../jobseekers/index.js';
import type { Html } from '../../../platform/http/index.js';
import type { FormState, PageContext } from '../../../platform/pages/index.js';

const words = ja.screens.consents;

export interface SharingDecisionView {
  readonly person: Jobseeker;
  readonly others: readonly { readonly id: number; readonly name: string }[];
  readonly form: FormState;
}

export function sharingDecisionPage(page: PageContext, { person, others, form }: SharingDecisionView): Html {
  const text = (name: 'members' | 'decision', rows: number) => (
    <TextArea
      name={name}
      label={name === 'members' ? words.members : words.whatWasDecided}
      required={name === 'decision'}
      marked={name === 'decision'}
      support={words.decisionSupport[name]}
      rows={rows}
      maxlength={CONSENT_TEXT_MAX}
      value={form.value(name)}
      error={form.error(name)}
    />
  );
  const fields = (
    <>
      <RadioChips
        name="basis"
        label={words.basis}
        required
        options={DECISION_BASES.map((value) => ({ value, label: ja.consent.basis[value] }))}
        value={form.value('basis')}
        error={form.error('basis')}
      />
      <TextField
        name="lawArticle"
        label={words.lawArticle}
        support={words.lawArticleSupport}
        marked={false}
        maxlength={NAME_MAX}
        value={form.value('lawArticle')}
        error={form.error('lawArticle')}
      />
      <Select
        name="receiverId"
        label={words.receiver}
        required
        width="long"
        blank={others.length > 1 ? words.choose : undefined}
        options={others.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={form.value('receiverId')}
        error={form.error('receiverId')}
      />
      <CheckboxChips
        name="categories"
        label={words.sharedContent}
        required
        support={words.sharedContentSupport}
        options={choicesOf(ja.codes.sharingCategory)}
        values={form.values('categories')}
        error={form.error('categories')}
      />
      <DateBoxes
        name="decidedOn"
        label={words.decidedOn}
        required
        value={form.date('decidedOn')}
        error={form.error('decidedOn')}
      />
      <DateBoxes
        name="endsOn"
        label={words.endsOn}
        support={words.endsOnSupport}
        value={form.date('endsOn')}
        error={form.error('endsOn')}
      />
      {text('members', 2)}
      {text('decision', 3)}
    </>
  );
  return smallFormPage(page, person, {
    title: words.recordDecision,
    action: `/jobseekers/${person.id}/sharing-decisions`,
    form,
    before: <Notice tone="info" text={words.decisionOpens} />,
    fields,
  });
}
