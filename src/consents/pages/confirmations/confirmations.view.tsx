import { CONFIRMATIONS, CONSENT_TEXT_MAX } from '#domain/consent';
import { formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import {
  ButtonLink,
  Card,
  EmptyState,
  Form,
  KeyValues,
  PageHeading,
  RadioChips,
  Stack,
  SubmitRow,
  TextArea,
} from '#ui';
import type { Site } from '../../../organisations/index.js';
import type { Html } from '../../../platform/http/index.js';
import {
  FormProblems,
  formState,
  type FormState,
  type PageContext,
  renderPage,
} from '../../../platform/pages/index.js';
import type { AskedConsent } from '../../consents.repository.js';
import { categoriesText } from '../consent-words.js';

const words = ja.screens.consents;

export interface ConfirmationsView {
  readonly asked: readonly AskedConsent[];
  readonly site: Site;
  /** What could not be saved, with what was typed. */
  readonly refused: { readonly id: string; readonly form: FormState } | undefined;
}

export function confirmationsPage(page: PageContext, { asked, site, refused }: ConfirmationsView): Html {
  const children = (
    <Stack>
      <PageHeading title={words.confirmations} lead={words.confirmationsLead} />
      {refused ? <FormProblems form={refused.form} currentHref="/sharing-confirmations" idPrefix={refused.id} /> : null}
      {asked.length === 0 ? (
        <EmptyState text={words.nothingToConfirm} />
      ) : (
        asked.map((consent) => (
          <Asked
            page={page}
            consent={consent}
            organisation={site.organisations.find(({ id }) => id === consent.organisationId)?.name ?? ''}
            form={refused?.id === consent.id ? refused.form : formState({})}
          />
        ))
      )}
    </Stack>
  );
  return renderPage(page, { title: words.confirmations, children });
}

function Asked({
  page,
  consent,
  organisation,
  form,
}: {
  page: PageContext;
  consent: AskedConsent;
  organisation: string;
  form: FormState;
}): JSX.Element {
  const { id, jobseekerId, jobseekerName, jobseekerNumber, otherSideUntil, endsOn } = consent;
  const options = CONFIRMATIONS.map((value) => ({ value, label: words.confirmation[value] }));
  return (
    <Card
      title={`${jobseekerName}（${jobseekerNumber}）`}
      id={`consent-${id}`}
      actions={<ButtonLink text={words.openPerson} href={`/jobseekers/${jobseekerId}`} variant="text" size="small" />}
    >
      <KeyValues
        dense
        items={[
          { term: words.recordedBy, text: organisation },
          { term: words.givenOn, text: formatWareki(consent.givenOn) },
          { term: words.method, text: ja.consent.method[consent.method] },
          { term: words.sharedContent, text: categoriesText(consent.categories) },
          { term: words.purpose, text: consent.purpose },
          { term: words.endsOn, text: endsOn === null ? words.noEnd : formatWareki(endsOn) },
          { term: words.confirmUntil, text: otherSideUntil && formatWareki(otherSideUntil) },
        ]}
      />
      <Form
        action={`/consents/${id}/confirmation`}
        csrfToken={page.csrfToken}
        hidden={{ version: form.stale?.currentVersion ?? consent.version }}
      >
        <RadioChips
          name="decision"
          label={words.decision}
          required
          support={fill(words.confirmationOpens, { organisation })}
          options={options}
          value={form.value('decision')}
          error={form.error('decision')}
          idPrefix={id}
        />
        <TextArea
          name="reason"
          label={words.declineReason}
          support={words.declineReasonSupport}
          marked={false}
          rows={2}
          maxlength={CONSENT_TEXT_MAX}
          value={form.value('reason')}
          error={form.error('reason')}
          idPrefix={id}
        />
        <SubmitRow save={words.recordConfirmation} />
      </Form>
    </Card>
  );
}
