import { CONSENT_TEXT_MAX, needsGuardian } from '#domain/consent';
import { NAME_MAX } from '#domain/jobseeker';
import { ja } from '#messages';
import { Button, DateBoxes, Notice, RadioChips, Select, Tabs, TextArea, TextField } from '#ui';
import { choicesOf, type Jobseeker, smallFormPage } from '../../../jobseekers/index.js';
import type { Html } from '../../../platform/http/index.js';
import type { FormState, PageContext } from '../../../platform/pages/index.js';

export interface RecordConsentView {
  readonly person: Jobseeker;
  /** The organisations of the site that data can be shared with. */
  readonly others: readonly { readonly id: number; readonly name: string }[];
  readonly form: FormState;
}

export function recordConsentPage(page: PageContext, { person, others, form }: RecordConsentView): Html {
  const kind = form.value('kind') === 'sharing' ? 'sharing' : 'participation';
  const href = `/jobseekers/${person.id}/consents`;
  const isMinor = needsGuardian(person, form.value('givenOn') || '9999-12-31');
  const before = (
    <>
      <Tabs
        label="同意の種類"
        items={choicesOf(ja.codes.consentKind).map(({ value, label }) => ({
          label,
          href: `${href}/new?kind=${value}`,
          current: value === kind,
        }))}
      />
      {isMinor ? <Notice tone="info" text="18歳未満の方です。保護者の同意も必要です。" /> : null}
    </>
  );
  const fields = (
    <>
      {kind === 'sharing' ? <SharingFields form={form} others={others} /> : null}
      <TextArea
        name="purpose"
        label="目的"
        required
        rows={3}
        maxlength={CONSENT_TEXT_MAX}
        value={form.value('purpose')}
        error={form.error('purpose')}
      />
      <RadioChips
        name="method"
        label="方法"
        required
        options={choicesOf(ja.consent.method)}
        value={form.value('method')}
        error={form.error('method')}
      />
      <DateBoxes
        name="givenOn"
        label="同意した日"
        required
        value={form.date('givenOn')}
        error={form.error('givenOn')}
      />
      <DateBoxes
        name="endsOn"
        label="期限"
        support="有効な最後の日。決めないときは空欄"
        value={form.date('endsOn')}
        error={form.error('endsOn')}
      />
      <TextField
        name="guardianName"
        label="同意した保護者"
        support="18歳未満の方は必須です"
        maxlength={NAME_MAX}
        value={form.value('guardianName')}
        error={form.error('guardianName')}
      />
    </>
  );
  // In a window of its own: what was typed waits here until the paper is signed.
  const print = (
    <Button
      text={ja.consent.printUnsigned}
      context="新しいタブ"
      variant="secondary"
      size="large"
      icon="print"
      auxiliary
      formaction={`${href}/unsigned`}
      attrs={{ formtarget: '_blank' }}
    />
  );
  return smallFormPage(page, person, {
    title: `同意（${ja.codes.consentKind[kind]}）を記録する`,
    action: href,
    form,
    hidden: { kind },
    fields,
    before,
    buttons: print,
  });
}

function SharingFields({ form, others }: Pick<RecordConsentView, 'form' | 'others'>): JSX.Element {
  return (
    <>
      <Select
        name="sharedWithOrganisationId"
        label="共有先"
        required
        width="long"
        blank={others.length > 1 ? '（選択）' : undefined}
        support="同意した日から、互いの記録が見られるようになります"
        options={others.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={form.value('sharedWithOrganisationId')}
        error={form.error('sharedWithOrganisationId')}
      />
      <TextArea
        name="covers"
        label="共有する内容"
        required
        rows={3}
        maxlength={CONSENT_TEXT_MAX}
        value={form.value('covers')}
        error={form.error('covers')}
      />
    </>
  );
}
