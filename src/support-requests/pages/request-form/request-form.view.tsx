import { reasonText } from '#messages';
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

export interface RequestFormView {
  readonly frame: CaseFrameView;
  readonly steps: CaseSteps;
  readonly site: Site;
  readonly form: FormState;
}

export function requestFormPage(page: PageContext, view: RequestFormView): Html {
  const { frame, form } = view;
  const stepsHref = `/cases/${frame.case.id}/steps`;
  const reasons = standingAgainst(view);
  const content = (
    <>
      <Refusal form={form} currentHref={stepsHref} />
      <Card title="支援要請書">
        {/* What was typed stays in sight, even where something now stands against the request. */}
        <BlockedReasons title="いまは要請できません" reasons={form.reasons.length > 0 ? [] : reasons} />
        {reasons.length === 0 || form.hasErrors ? <RequestForm page={page} {...view} /> : null}
      </Card>
    </>
  );
  return caseLayout(page, frame, 'steps', content, { title: '支援要請書' });
}

function standingAgainst({ frame, steps }: RequestFormView): FixableReason[] {
  const possible = steps.actions.find(({ action }) => action === 'request_support');
  if (!possible)
    return [
      {
        text: reasonText('not_possible_in_this_status'),
        fix: { text: '状態を見る', href: `/cases/${frame.case.id}/steps` },
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
      action={`/cases/${id}/request`}
      csrfToken={page.csrfToken}
      idempotencyKey={page.idempotencyKey}
      hidden={{ version }}
    >
      {national.length > 1 ? (
        <Select
          name="toOrganisationId"
          label="要請先"
          required
          blank="（選択）"
          options={national.map((to) => ({ value: String(to.id), label: to.name }))}
          value={form.value('toOrganisationId')}
          error={form.error('toOrganisationId')}
        />
      ) : (
        <p safe>{`要請先：${national[0]?.name ?? ''}`}</p>
      )}
      <DateBoxes
        name="requestedOn"
        label="支援要請日"
        required
        value={form.date('requestedOn')}
        error={form.error('requestedOn')}
      />
      <TextArea
        name="wanted"
        label="求める支援"
        required
        rows={5}
        maxlength={REQUEST_TEXT_MAX}
        support="就職に向けて、国側の職員に担ってほしいこと"
        value={form.value('wanted')}
        error={form.error('wanted')}
      />
      <TextArea
        name="background"
        label="これまでの経緯"
        rows={5}
        maxlength={REQUEST_TEXT_MAX}
        support="本人の状況、これまでの相談、配慮が必要なこと"
        value={form.value('background')}
        error={form.error('background')}
      />
      <SubmitRow save="要請する" cancelHref={`/cases/${id}/steps`} />
    </Form>
  );
}
