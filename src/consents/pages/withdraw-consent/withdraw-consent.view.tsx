import { CONSENT_TEXT_MAX, REMAINING_CHOICES } from '#domain/consent';
import { formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { Card, DateBoxes, Notice, RadioChips, Stack, TextArea } from '#ui';
import { type Jobseeker, smallFormPage } from '../../../jobseekers/index.js';
import type { Site } from '../../../organisations/index.js';
import type { Html } from '../../../platform/http/index.js';
import type { FormState, PageContext } from '../../../platform/pages/index.js';
import type { RecordedConsent } from '../../consents.repository.js';
import type { WithdrawalPreview } from '../../sharing-ledger.service.js';
import { categoriesText } from '../consent-words.js';

const words = ja.screens.consents;

export interface WithdrawView {
  readonly consent: RecordedConsent;
  /** What was signed after it and may stay in force. */
  readonly later: readonly RecordedConsent[];
  readonly person: Jobseeker;
  readonly site: Site;
  /** What a consent to share takes with it. */
  readonly preview: WithdrawalPreview | undefined;
  readonly form: FormState;
}

export function withdrawPage(page: PageContext, { consent, later, person, site, preview, form }: WithdrawView): Html {
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
        {preview === undefined ? null : <Preview preview={preview} />}
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

function Preview({ preview: { losses, assignments } }: { preview: WithdrawalPreview }): JSX.Element {
  return (
    <Card title={words.whatDisappears}>
      <Stack>
        {losses.length === 0 ? <p>{words.nothingDisappears}</p> : null}
        {losses.map((loss) => (
          <div>
            <p safe>{fill(words.losesSight, { giver: loss.giver, receiver: loss.receiver })}</p>
            <ul>
              {loss.lost.map(({ category, records }) => (
                <li safe>
                  {category === 'identity'
                    ? ja.codes.sharingCategory[category]
                    : fill(words.recordsOfCategory, { category: ja.codes.sharingCategory[category], count: records })}
                </li>
              ))}
            </ul>
            {loss.stays.length === 0 ? null : (
              <p safe>{fill(words.staysOpen, { categories: categoriesText(loss.stays) })}</p>
            )}
            <p class="muted" safe>
              {fill(words.keepsOwn, { receiver: loss.receiver, count: loss.keeps })}
            </p>
          </div>
        ))}
        {assignments.length === 0 ? null : (
          <div>
            <p>{words.assignmentsEnd}</p>
            <ul>
              {assignments.map(({ staffName, organisation, caseNumber }) => (
                <li safe>{fill(words.assignmentEnds, { name: staffName, organisation, number: caseNumber })}</li>
              ))}
            </ul>
          </div>
        )}
      </Stack>
    </Card>
  );
}

const laterText = ({ givenOn, organisationId, categories }: RecordedConsent, { organisations }: Site): string =>
  fill(words.givenBy, {
    day: formatWareki(givenOn),
    organisation: organisations.find(({ id }) => id === organisationId)?.name ?? '',
    categories: categoriesText(categories),
  });
