import { formatBoth } from '#kernel';
import { ja } from '#messages';
import { AGREEMENT_METHODS, PLAN_TEXT_MAX } from '#domain/support-plan';
import { TASK_STATES } from '#domain/task';
import {
  Card,
  DateBoxes,
  Form,
  KeyValues,
  RadioChips,
  Select,
  type Slot,
  Stack,
  SubmitRow,
  TextArea,
  TypedText,
} from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext } from '../../../platform/pages/index.js';
import { type CaseFrameView, caseLayout } from '../../../support-cases/index.js';
import type { PlanReviewLine, PlanStepLine, PlanVersionLine, SiteStaff } from '../../support-plans.repository.js';
import { dateTyped } from '../edit-plan/step-rows.js';
import { versionName } from '../plan/plan.presenter.js';

const { words } = ja.supportPlan;

/** What every small form of a plan has. */
export interface ActView {
  readonly frame: CaseFrameView;
  readonly form: FormState;
}

export function agreePage(
  page: PageContext,
  { frame, form }: ActView,
  proposed: PlanVersionLine,
  version: number,
): Html {
  const fields = (
    <>
      <TypedText text={proposed.goal} />
      <KeyValues
        dense
        items={proposed.steps.map(({ title, ownerSide }, index) => ({
          term: `手順${index + 1}`,
          text: `${title}（${ja.codes.planStepOwner[ownerSide]}）`,
        }))}
      />
      <DateBoxes
        name="agreedOn"
        label="同意日"
        required
        value={dateTyped(form, 'agreedOn')}
        error={form.error('agreedOn')}
      />
      <RadioChips
        name="agreedHow"
        label="同意の方法"
        required
        options={AGREEMENT_METHODS.map((method) => ({ value: method, label: words.agreedHow[method] }))}
        value={form.value('agreedHow')}
        error={form.error('agreedHow')}
      />
    </>
  );
  const hidden = { planVersion: proposed.version, version: form.version(version) };
  return act(
    page,
    { frame, form },
    {
      title: `本人の同意（${versionName(proposed.version)}）`,
      action: `/cases/${frame.case.id}/plan/agree`,
      hidden,
      fields,
    },
  );
}

export function stepPage(page: PageContext, { frame, form }: ActView, step: PlanStepLine): Html {
  const fields = (
    <>
      <KeyValues
        dense
        items={[
          { term: '手順', text: step.title },
          {
            term: '担当',
            text: [ja.codes.planStepOwner[step.ownerSide], step.ownerName].filter((text) => text !== null).join('　'),
          },
          { term: '期限', text: step.dueOn === null ? null : formatBoth(step.dueOn) },
        ]}
      />
      <RadioChips
        name="state"
        label="状態"
        required
        options={TASK_STATES.map((state) => ({ value: state, label: ja.codes.planStepState[state] }))}
        value={form.value('state')}
        error={form.error('state')}
      />
      <DateBoxes
        name="doneOn"
        label="完了・取りやめの日"
        support="空のときは今日になります。"
        value={dateTyped(form, 'doneOn')}
        error={form.error('doneOn')}
      />
    </>
  );
  return act(
    page,
    { frame, form },
    { title: '手順の状態', action: `/plan-steps/${step.id}`, hidden: { version: form.version(step.version) }, fields },
  );
}

export function newReviewPage(page: PageContext, { frame, form }: ActView, staff: readonly SiteStaff[]): Html {
  const fields = (
    <>
      <DateBoxes
        name="dueOn"
        label="見直し予定日"
        required
        value={dateTyped(form, 'dueOn')}
        error={form.error('dueOn')}
      />
      <Select
        name="ownerStaffId"
        label="担当者"
        blank="（決めない）"
        options={staff.map(({ id, name, side }) => ({ value: id, label: `${name}（${ja.codes.side[side]}）` }))}
        value={form.value('ownerStaffId')}
        error={form.error('ownerStaffId')}
      />
    </>
  );
  return act(
    page,
    { frame, form },
    { title: '見直しの予定', action: `/cases/${frame.case.id}/plan/reviews`, hidden: {}, fields },
  );
}

export function heldReviewPage(page: PageContext, { frame, form }: ActView, review: PlanReviewLine): Html {
  const fields = (
    <>
      <KeyValues
        dense
        items={[
          { term: '予定日', text: formatBoth(review.dueOn) },
          { term: '担当', text: review.ownerName },
        ]}
      />
      <DateBoxes name="heldOn" label="実施日" required value={dateTyped(form, 'heldOn')} error={form.error('heldOn')} />
      <TextArea
        name="outcome"
        label="見直しの結果"
        required
        maxlength={PLAN_TEXT_MAX}
        value={form.value('outcome')}
        error={form.error('outcome')}
      />
    </>
  );
  return act(
    page,
    { frame, form },
    {
      title: '見直しの実施',
      action: `/plan-reviews/${review.id}`,
      hidden: { version: form.version(review.version) },
      fields,
    },
  );
}

interface Act {
  readonly title: string;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string | number>>;
  readonly fields: Slot;
}

function act(page: PageContext, { frame, form }: ActView, { title, action, hidden, fields }: Act): Html {
  const path = `/cases/${frame.case.id}/plan`;
  const content = (
    <Stack>
      <FormProblems form={form} currentHref={path} />
      <Card title={title}>
        <Form action={action} csrfToken={page.csrfToken} idempotencyKey={page.idempotencyKey} hidden={hidden}>
          {fields}
          <SubmitRow cancelHref={path} />
        </Form>
      </Card>
    </Stack>
  );
  return caseLayout(page, frame, 'plan', content, { title });
}
