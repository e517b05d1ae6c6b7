import { CONSENT_TEXT_MAX, REMAINING_CHOICES } from '#domain/consent';
import type { SharingCategory } from '#domain/sharing';
import { formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { CheckboxChips, DateBoxes, Notice, RadioChips, TextArea } from '#ui';
import { type Jobseeker, smallFormPage } from '../../../jobseekers/index.js';
import type { Html } from '../../../platform/http/index.js';
import type { FormState, PageContext } from '../../../platform/pages/index.js';
import type { RecordedConsent } from '../../consents.repository.js';
import type { WithdrawalPreview } from '../../sharing-ledger.service.js';

const words = ja.screens.consents;

export interface NarrowConsentView {
  readonly consent: RecordedConsent;
  readonly person: Jobseeker;
  /** Nobody chose its categories (要確認). */
  readonly toConfirm: boolean;
  readonly preview: WithdrawalPreview;
  readonly form: FormState;
}

export function narrowConsentPage(
  page: PageContext,
  { consent, person, toConfirm, preview, form }: NarrowConsentView,
): Html {
  const choices = consent.categories.map((category) => ({
    value: category,
    label: ja.codes.sharingCategory[category],
    disabled: category === 'identity',
    hint: category === 'identity' ? words.alwaysShared : recordsText(preview, category),
  }));
  const fields = (
    <>
      <CheckboxChips
        name="categories"
        label={words.sharedOn}
        support={words.sharedOnSupport}
        options={choices}
        values={form.values('categories')}
        error={form.error('categories')}
      />
      <DateBoxes
        name="narrowedOn"
        label={words.narrowedOn}
        required
        value={form.date('narrowedOn')}
        error={form.error('narrowedOn')}
      />
      {form.error('remaining') === undefined ? null : (
        <RadioChips
          name="remaining"
          label={words.remaining}
          support={words.remainingSupport}
          options={REMAINING_CHOICES.map((value) => ({ value, label: words.narrowedChoice[value] }))}
          value={form.value('remaining')}
          error={form.error('remaining')}
        />
      )}
      <TextArea
        name="reason"
        label={words.reason}
        rows={2}
        maxlength={CONSENT_TEXT_MAX}
        value={form.value('reason')}
        error={form.error('reason')}
      />
    </>
  );
  return smallFormPage(page, person, {
    title: words.narrowing,
    lead: fill(words.consentOf, { name: formatWareki(consent.givenOn) }),
    action: `/consents/${consent.id}/categories`,
    form,
    hidden: { version: form.stale?.currentVersion ?? consent.version },
    save: words.recordNarrowing,
    before: (
      <Notice tone={toConfirm ? 'warn' : 'info'} text={toConfirm ? words.narrowingToConfirm : words.narrowingText} />
    ),
    fields,
  });
}

/** 「見本市 12件・ハローワーク見本 3件」: what each would see no more. */
const recordsText = ({ losses }: WithdrawalPreview, category: SharingCategory): string =>
  losses
    .flatMap(({ giver, lost }) =>
      lost
        .filter((line) => line.category === category)
        .map(({ records }) => fill(words.recordsOfGiver, { giver, count: records })),
    )
    .join('・');
