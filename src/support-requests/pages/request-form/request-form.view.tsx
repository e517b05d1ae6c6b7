import { fill, ja, reasonText } from '#messages';
import { BlockedReasons, Card, DateBoxes, Form, Select, SubmitRow, TextArea } from '#ui';
import { REQUEST_TEXT_MAX } from '#domain/support-case';
import type { Site } from '../../../organisations/index.js';
import type { Html } from '../../../platform/http/index.js';
import type { FormState, PageContext } from '../../../platform/pages/index.js';
import {
  type CaseFrameView,
  caseLayout,
  type CaseSteps,
  fixable,
  type FixableReason,
  Refusal,
} from '../../../support-cases/index.js';

const words = ja.screens.supportRequests;

export interface RequestFormView {
  readonly frame: CaseFrameView;
  readonly steps: CaseSteps;
  readonly site: Site;
  readonly form: FormState;
}

export function requestFormPage(page: PageContext, view: RequestFormView): Html {
  const { frame, form } = view;
  const stepsHref = `/cases/${frame.case.id}/steps`;
  const reasons = blockedReasons(view);
  const content = (
    <>
      <Refusal form={form} currentHref={stepsHref} />
      <Card title={words.requestSheet}>
        {/* What was typed stays in sight, even where something now stands against the request. */}
        <BlockedReasons title={words.cannotRequestNow} reasons={form.reasons.length > 0 ? [] : reasons} />
        {reasons.length === 0 || form.hasErrors ? <RequestForm page={page} {...view} /> : null}
      </Card>
    </>
  );
  return caseLayout(page, frame, 'steps', content, { title: words.requestSheet });
}

function blockedReasons({ frame, steps }: RequestFormView): FixableReason[] {
  const possible = steps.actions.find(({ action }) => action === 'request_support');
  if (!possible)
    return [
      {
        text: reasonText('not_possible_in_this_status'),
        fix: { text: words.seeStatus, href: `/cases/${frame.case.id}/steps` },
      },
    ];
  const targets = { caseId: frame.case.id, jobseekerId: frame.case.jobseekerId, requestId: steps.request?.id ?? null };
  return possible.allowed ? [] : fixable(possible.reasons, targets);
}

function RequestForm({ page, frame, site, form }: RequestFormView & { page: PageContext }): JSX.Element {
  const { id, version } = frame.case;
  const national = site.organisations.filter(({ side }) => side === 'national');
  return (
    <Form
      action={`/cases/${id}/requests`}
      csrfToken={page.csrfToken}
      idempotencyKey={page.idempotencyKey}
      hidden={{ version }}
    >
      {national.length > 1 ? (
        <Select
          name="toOrganisationId"
          label={words.to}
          required
          blank={words.choose}
          options={national.map((to) => ({ value: String(to.id), label: to.name }))}
          value={form.value('toOrganisationId')}
          error={form.error('toOrganisationId')}
        />
      ) : (
        <p safe>{fill(words.toOrganisation, { organisation: national[0]?.name ?? '' })}</p>
      )}
      <DateBoxes
        name="requestedOn"
        label={words.requestedOn}
        required
        value={form.date('requestedOn')}
        error={form.error('requestedOn')}
      />
      <TextArea
        name="wanted"
        label={words.supportWanted}
        required
        rows={5}
        maxlength={REQUEST_TEXT_MAX}
        support={words.supportWantedSupport}
        value={form.value('wanted')}
        error={form.error('wanted')}
      />
      <TextArea
        name="background"
        label={words.background}
        rows={5}
        maxlength={REQUEST_TEXT_MAX}
        support={words.backgroundSupport}
        value={form.value('background')}
        error={form.error('background')}
      />
      <SubmitRow save={words.request} cancelHref={`/cases/${id}/steps`} />
    </Form>
  );
}
