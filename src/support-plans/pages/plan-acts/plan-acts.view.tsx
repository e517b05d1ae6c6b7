import { formatBoth } from '#kernel';
import { fill, ja } from '#messages';
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

const screenWords = ja.screens.supportPlans;

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
          term: fill(screenWords.stepNumber, { number: index + 1 }),
          text: `${title}（${ja.codes.planStepOwner[ownerSide]}）`,
        }))}
      />
      <DateBoxes
        name="agreedOn"
        label={screenWords.agreedOn}
        required
        value={dateTyped(form, 'agreedOn')}
        error={form.error('agreedOn')}
      />
      <RadioChips
        name="agreedHow"
        label={screenWords.agreedHow}
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
      title: fill(screenWords.agreementTo, { version: versionName(proposed.version) }),
      action: `/cases/${frame.case.id}/plan/agreement`,
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
          { term: screenWords.steps, text: step.title },
          {
            term: screenWords.owner,
            text: [ja.codes.planStepOwner[step.ownerSide], step.ownerName].filter((text) => text !== null).join('　'),
          },
          { term: screenWords.due, text: step.dueOn === null ? null : formatBoth(step.dueOn) },
        ]}
      />
      <RadioChips
        name="state"
        label={screenWords.state}
        required
        options={TASK_STATES.map((state) => ({ value: state, label: ja.codes.planStepState[state] }))}
        value={form.value('state')}
        error={form.error('state')}
      />
      <DateBoxes
        name="doneOn"
        label={screenWords.doneOn}
        support={screenWords.emptyMeansToday}
        value={dateTyped(form, 'doneOn')}
        error={form.error('doneOn')}
      />
    </>
  );
  return act(
    page,
    { frame, form },
    {
      title: screenWords.stateOfStep,
      action: `/plan-steps/${step.id}`,
      hidden: { version: form.version(step.version) },
      fields,
    },
  );
}

export function newReviewPage(page: PageContext, { frame, form }: ActView, staff: readonly SiteStaff[]): Html {
  const fields = (
    <>
      <DateBoxes
        name="dueOn"
        label={screenWords.reviewDueOn}
        required
        value={dateTyped(form, 'dueOn')}
        error={form.error('dueOn')}
      />
      <Select
        name="ownerStaffId"
        label={screenWords.responsible}
        blank={screenWords.notDecided}
        options={staff.map(({ id, name, side }) => ({ value: id, label: `${name}（${ja.codes.side[side]}）` }))}
        value={form.value('ownerStaffId')}
        error={form.error('ownerStaffId')}
      />
    </>
  );
  return act(
    page,
    { frame, form },
    { title: screenWords.plannedReview, action: `/cases/${frame.case.id}/plan/reviews`, hidden: {}, fields },
  );
}

export function heldReviewPage(page: PageContext, { frame, form }: ActView, review: PlanReviewLine): Html {
  const fields = (
    <>
      <KeyValues
        dense
        items={[
          { term: screenWords.dueOn, text: formatBoth(review.dueOn) },
          { term: screenWords.owner, text: review.ownerName },
        ]}
      />
      <DateBoxes
        name="heldOn"
        label={screenWords.heldOn}
        required
        value={dateTyped(form, 'heldOn')}
        error={form.error('heldOn')}
      />
      <TextArea
        name="outcome"
        label={screenWords.outcomeOfReview}
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
      title: screenWords.holdReview,
      action: `/plan-reviews/${review.id}/outcome`,
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
