import { PLAN_TEXT_MAX } from '#domain/support-plan';
import { fill, ja } from '#messages';
import { Button, Card, DateBoxes, Form, Heading, Notice, Stack, SubmitRow, TextArea } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext } from '../../../platform/pages/index.js';
import { type CaseFrameView, caseLayout } from '../../../support-cases/index.js';
import { stepsTakenOut } from '../../plan-history.js';
import type { PlanView } from '../../plan-view.js';
import type { SiteStaff } from '../../support-plans.repository.js';
import { versionName } from '../plan/plan.presenter.js';
import { dateTyped, StepRows } from './step-rows.js';

const words = ja.screens.supportPlans;

export interface EditView {
  readonly frame: CaseFrameView;
  /** As it stands now; null before the first. */
  readonly plan: PlanView | null;
  readonly form: FormState;
  readonly rows: number;
  readonly staff: readonly SiteStaff[];
}

export function editPage(page: PageContext, { frame, plan, form, rows, staff }: EditView): Html {
  const path = `/cases/${frame.case.id}/plan`;
  const number = plan === null ? 1 : (plan.proposed?.version ?? plan.inForce.version + 1);
  const proposed = plan?.proposed ?? null;
  const title = plan === null ? words.drawUp : fill(words.changeTo, { version: versionName(number) });
  const content = (
    <Stack>
      <Heading level={2} text={title} />
      <FormProblems form={form} currentHref={path} changes={savedMeanwhile(form, plan)} />
      {plan !== null && plan.proposed === null ? <Notice tone="info" text={words.agreedVersionStays} /> : null}
      <Form
        action={path}
        csrfToken={page.csrfToken}
        idempotencyKey={page.idempotencyKey}
        hidden={{ rows, ...(plan === null ? {} : { version: form.version(plan.version) }) }}
      >
        <Card title={words.goalAndSituation}>
          {number === 1 ? null : (
            <TextArea
              name="reason"
              label={words.reasonForChange}
              required
              rows={2}
              maxlength={PLAN_TEXT_MAX}
              value={form.value('reason')}
              error={form.error('reason')}
            />
          )}
          <TextArea
            name="goal"
            label={words.goal}
            required
            rows={3}
            maxlength={PLAN_TEXT_MAX}
            value={form.value('goal')}
            error={form.error('goal')}
          />
          <TextArea
            name="situation"
            label={words.situation}
            rows={4}
            maxlength={PLAN_TEXT_MAX}
            value={form.value('situation')}
            error={form.error('situation')}
          />
          <DateBoxes
            name="drawnUpOn"
            label={words.drawnUpOn}
            required
            value={dateTyped(form, 'drawnUpOn')}
            error={form.error('drawnUpOn')}
          />
        </Card>
        <Card title={words.steps}>
          <p class="muted">{words.stepsSupport}</p>
          {proposed !== null && stepsTakenOut(proposed).length > 0 ? <p>{words.stepsTakenOut}</p> : null}
          <StepRows form={form} rows={rows} staff={staff} />
          <Button text={words.addRow} variant="secondary" name="_rows" value="more" icon="plus" auxiliary />
        </Card>
        <Card title={words.review}>
          <DateBoxes
            name="reviewOn"
            label={words.reviewDueOn}
            support={words.reviewDueOnSupport}
            value={dateTyped(form, 'reviewOn')}
            error={form.error('reviewOn')}
          />
        </Card>
        <SubmitRow cancelHref={path} />
      </Form>
    </Stack>
  );
  return caseLayout(page, frame, 'plan', content, { title });
}

/** Texts that somebody else saved in the meantime, beside what was typed here. */
function savedMeanwhile(form: FormState, plan: PlanView | null): { label: string; saved: string; typed: string }[] {
  const saved = plan?.proposed ?? plan?.inForce;
  if (form.stale === undefined || !saved) return [];
  const steps = saved.steps.map(({ title }, index) => `${index + 1}　${title}`).join('\n');
  const typedSteps = Array.from({ length: Number(form.value('rows')) }, (_, row) =>
    form.value(`steps.${row}.title`),
  ).filter((title) => title !== '');
  return [
    { label: words.goal, saved: saved.goal, typed: form.value('goal') },
    { label: words.situation, saved: saved.situation, typed: form.value('situation') },
    { label: words.steps, saved: steps, typed: typedSteps.map((title, index) => `${index + 1}　${title}`).join('\n') },
  ].filter((text) => text.saved !== text.typed);
}
