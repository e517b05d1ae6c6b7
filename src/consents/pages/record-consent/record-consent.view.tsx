import { CONSENT_TEXT_MAX, type GuardianAges, needsGuardian } from '#domain/consent';
import { NAME_MAX } from '#domain/jobseeker';
import { fill, ja } from '#messages';
import { Button, CheckboxChips, DateBoxes, Notice, RadioChips, Select, Tabs, TextArea, TextField } from '#ui';
import { choicesOf, type Jobseeker, smallFormPage } from '../../../jobseekers/index.js';
import type { Html } from '../../../platform/http/index.js';
import type { FormState, PageContext } from '../../../platform/pages/index.js';

const words = ja.screens.consents;

export interface RecordConsentView {
  readonly person: Jobseeker;
  /** The organisations of the site that data can be shared with. */
  readonly others: readonly { readonly id: number; readonly name: string }[];
  readonly guardianAges: GuardianAges;
  readonly form: FormState;
}

export function recordConsentPage(page: PageContext, { person, others, guardianAges, form }: RecordConsentView): Html {
  const kind = form.value('kind') === 'sharing' ? 'sharing' : 'participation';
  const age = guardianAges[kind];
  const href = `/jobseekers/${person.id}/consents`;
  const isMinor = needsGuardian(person, age, form.day('givenOn') ?? '9999-12-31');
  const before = (
    <>
      <Tabs
        label={words.kindOfConsent}
        items={choicesOf(ja.codes.consentKind).map(({ value, label }) => ({
          label,
          href: `${href}/new?kind=${value}`,
          current: value === kind,
        }))}
      />
      {isMinor ? <Notice tone="info" text={fill(words.minor, { age })} /> : null}
    </>
  );
  const fields = (
    <>
      {kind === 'sharing' ? <SharingFields form={form} others={others} /> : null}
      <TextArea
        name="purpose"
        label={words.purpose}
        required
        rows={3}
        maxlength={CONSENT_TEXT_MAX}
        value={form.value('purpose')}
        error={form.error('purpose')}
      />
      <RadioChips
        name="method"
        label={words.method}
        required
        options={choicesOf(ja.consent.method)}
        value={form.value('method')}
        error={form.error('method')}
      />
      <DateBoxes
        name="givenOn"
        label={words.givenOn}
        required
        value={form.date('givenOn')}
        error={form.error('givenOn')}
      />
      <DateBoxes
        name="endsOn"
        label={words.endsOn}
        support={words.endsOnSupport}
        value={form.date('endsOn')}
        error={form.error('endsOn')}
      />
      <TextField
        name="guardianName"
        label={words.guardian}
        support={fill(words.guardianSupport, { age })}
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
      context={words.newTab}
      variant="secondary"
      size="large"
      icon="print"
      auxiliary
      formaction={`${href}/unsigned`}
      attrs={{ formtarget: '_blank' }}
    />
  );
  return smallFormPage(page, person, {
    title: fill(words.recordOfKind, { kind: ja.codes.consentKind[kind] }),
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
        label={words.partner}
        required
        width="long"
        blank={others.length > 1 ? words.choose : undefined}
        support={words.sharingBegins}
        options={others.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={form.value('sharedWithOrganisationId')}
        error={form.error('sharedWithOrganisationId')}
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
      <TextArea
        name="covers"
        label={words.note}
        rows={2}
        maxlength={CONSENT_TEXT_MAX}
        value={form.value('covers')}
        error={form.error('covers')}
      />
    </>
  );
}
