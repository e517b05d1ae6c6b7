import { CONSENT_TEXT_MAX } from '#domain/consent';
import { formatWareki } from '#kernel';
import { ja } from '#messages';
import { DateBoxes, Notice, TextArea } from '#ui';
import { type Jobseeker, smallFormPage } from '../../../jobseekers/index.js';
import type { Html } from '../../../platform/http/index.js';
import type { FormState, PageContext } from '../../../platform/pages/index.js';
import type { RecordedConsent } from '../../consents.repository.js';

export interface WithdrawView {
  readonly consent: RecordedConsent;
  readonly person: Jobseeker;
  readonly form: FormState;
}

export function withdrawPage(page: PageContext, { consent, person, form }: WithdrawView): Html {
  const consequence =
    consent.kind === 'sharing'
      ? '撤回した日から、相手の機関の記録は互いに見られなくなります。支援要請より先には進めません。'
      : '撤回した日から、支援要請より先には進めません。';
  const fields = (
    <>
      <DateBoxes
        name="withdrawnOn"
        label="撤回した日"
        required
        value={form.date('withdrawnOn')}
        error={form.error('withdrawnOn')}
      />
      <TextArea
        name="reason"
        label="理由"
        required
        rows={3}
        maxlength={CONSENT_TEXT_MAX}
        value={form.value('reason')}
        error={form.error('reason')}
      />
    </>
  );
  return smallFormPage(page, person, {
    title: `同意（${ja.codes.consentKind[consent.kind]}）の撤回を記録する`,
    lead: `${formatWareki(consent.givenOn)}の同意`,
    action: `/consents/${consent.id}/withdraw`,
    form,
    hidden: { version: form.stale?.currentVersion ?? consent.version },
    save: '撤回を記録する',
    before: <Notice tone="warn" text={consequence} />,
    fields,
  });
}
