import { CONSENT_TEXT_MAX } from '#domain/consent';
import { formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { DateBoxes, Notice, TextArea } from '#ui';
import { type Jobseeker, smallFormPage } from '../../../jobseekers/index.js';
import type { Html } from '../../../platform/http/index.js';
import type { FormState, PageContext } from '../../../platform/pages/index.js';
import type { RecordedConsent } from '../../consents.repository.js';

const words = ja.screens.consents;

export interface WithdrawView {
  readonly consent: RecordedConsent;
  readonly person: Jobseeker;
  readonly form: FormState;
}

export function withdrawPage(page: PageContext, { consent, person, form }: WithdrawView): Html {
  const consequence = consent.kind === 'sharing' ? words.sharingEnds : words.supportStops;
  const fields = (
    <>
      <DateBoxes
        name="withdrawnOn"
        label={words.withdrawnOn}
        required
        value={form.date('withdrawnOn')}
        error={form.error('withdrawnOn')}
      />
      <TextArea
        name="reason"
        label={words.reason}
        required
        rows={3}
        maxlength={CONSENT_TEXT_MAX}
        value={form.value('reason')}
        error={form.error('reason')}
      />
    </>
  );
  return smallFormPage(page, person, {
    title: fill(words.recordWithdrawalOf, { kind: ja.codes.consentKind[consent.kind] }),
    lead: fill(words.consentOf, { name: formatWareki(consent.givenOn) }),
    action: `/consents/${consent.id}/withdrawal`,
    form,
    hidden: { version: form.stale?.currentVersion ?? consent.version },
    save: words.recordWithdrawal,
    before: <Notice tone="warn" text={consequence} />,
    fields,
  });
}
