import { PLAN_TEXT_MAX } from '#domain/support-plan';
import { Button, Card, DateBoxes, Form, Heading, Notice, Stack, SubmitRow, TextArea } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext } from '../../../platform/pages/index.js';
import { type CaseFrameView, caseLayout } from '../../../support-cases/index.js';
import type { PlanView } from '../../plan-view.js';
import type { SiteStaff } from '../../support-plans.repository.js';
import { versionName } from '../plan/plan.presenter.js';
import { dateTyped, StepRows } from './step-rows.js';

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
  const title = plan === null ? 'プランの作成' : `プランの変更（${versionName(number)}）`;
  const content = (
    <Stack>
      <Heading level={2} text={title} />
      <FormProblems form={form} currentHref={path} changes={overtaken(form, plan)} />
      {plan !== null && plan.proposed === null ? (
        <Notice tone="info" text="本人が同意した版は残ります。変更した内容は新しい版になり、本人の同意を待ちます。" />
      ) : null}
      <Form
        action={path}
        csrfToken={page.csrfToken}
        idempotencyKey={page.idempotencyKey}
        hidden={{ rows, ...(plan === null ? {} : { version: form.version(plan.version) }) }}
      >
        <Card title="目標と状況">
          {number === 1 ? null : (
            <TextArea
              name="reason"
              label="変更の理由"
              required
              rows={2}
              maxlength={PLAN_TEXT_MAX}
              value={form.value('reason')}
              error={form.error('reason')}
            />
          )}
          <TextArea
            name="goal"
            label="目標"
            required
            rows={3}
            maxlength={PLAN_TEXT_MAX}
            value={form.value('goal')}
            error={form.error('goal')}
          />
          <TextArea
            name="situation"
            label="課題・状況"
            rows={4}
            maxlength={PLAN_TEXT_MAX}
            value={form.value('situation')}
            error={form.error('situation')}
          />
          <DateBoxes
            name="drawnUpOn"
            label="作成日"
            required
            value={dateTyped(form, 'drawnUpOn')}
            error={form.error('drawnUpOn')}
          />
        </Card>
        <Card title="手順">
          <p class="muted">自治体側、国側、本人がすることを順に書きます。使わない行は空のままで構いません。</p>
          <StepRows form={form} rows={rows} staff={staff} />
          <Button text="行を追加" variant="secondary" name="_rows" value="more" icon="plus" auxiliary />
        </Card>
        <Card title="見直し">
          <DateBoxes
            name="reviewOn"
            label="見直し予定日"
            support="プランを見直す日を予定に加えます。"
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
function overtaken(form: FormState, plan: PlanView | null): { label: string; saved: string; typed: string }[] {
  const saved = plan?.proposed ?? plan?.inForce;
  if (form.stale === undefined || !saved) return [];
  const steps = saved.steps.map(({ title }, index) => `${index + 1}　${title}`).join('\n');
  const typedSteps = Array.from({ length: Number(form.value('rows')) }, (_, row) =>
    form.value(`steps.${row}.title`),
  ).filter((title) => title !== '');
  return [
    { label: '目標', saved: saved.goal, typed: form.value('goal') },
    { label: '課題・状況', saved: saved.situation, typed: form.value('situation') },
    { label: '手順', saved: steps, typed: typedSteps.map((title, index) => `${index + 1}　${title}`).join('\n') },
  ].filter((text) => text.saved !== text.typed);
}
