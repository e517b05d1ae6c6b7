import { CONSENT_TEXT_MAX, REMAINING_CHOICES } from '#domain/consent';
import { formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { DateBoxes, Notice, RadioChips, TextArea } from '#ui';
import { type Jobseeker, smallFormPage } from '../../../jobseekers/index.js';
import type { Site } from '../../../organisations/index.js';
import type { Html } from '../../../platform/http/index.js';
import type { FormState, PageContext } from '../../../platform/pages/index.js';
import type { RecordedConsent } from '../../consents.repository.js';
import { categoriesText } from '../consent-words.js';

const words = ja.screens.consents;

export interface WithdrawView {
  readonly consent: RecordedConsent;
  /** What was signed after it and may stay in force. */
  readonly later: readonly RecordedConsent[];
  readonly person: Jobseeker;
  readonly site: Site;
  readonly form: FormState;
}

export function withdrawPage(page: PageContext, { consent, later, person, site, form }: WithdrawView): Html {
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
      {later.length === 0 ? null : (
        <RadioChips
          name="remaining"
          label={words.remaining}
          support={words.remainingSupport}
          options={REMAINING_CHOICES.map((value) => ({ value, label: words.remainingChoice[value] }))}
          value={form.value('remaining')}
          error={form.error('remaining')}
        />
      )}
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
    before: (
      <>
        <Notice tone="warn" text={consequence} />
        {later.length === 0 ? null : (
          <Notice tone="warn" title={words.alsoInForce} text={words.alsoInForceText}>
            <ul>
              {later.map((other) => (
                <li safe>{laterText(other, site)}</li>
              ))}
            </ul>
          </Notice>
        )}
      </>
    ),
    fields,
  });
}

const laterText = ({ givenOn, organisationId, categories }: RecordedConsent, { organisations }: Site): string =>
  fill(words.givenBy, {
    day: formatWareki(givenOn),
    organisation: organisations.find(({ id }) => id === organisationId)?.name ?? '',
    categories: categoriesText(categories),
  });
