import { may } from '#access';
import { formatBoth } from '#kernel';
import { fill, ja } from '#messages';
import {
  Badge,
  ButtonLink,
  Card,
  EmptyState,
  Inline,
  KeyValues,
  Link,
  Notice,
  PlanBoard,
  PostButton,
  Table,
  TypedText,
} from '#ui';
import type { Html } from '../../../platform/http/index.js';
import type { PageContext } from '../../../platform/pages/index.js';
import { type CaseFrameView, caseLayout } from '../../../support-cases/index.js';
import { versionSummaries } from '../../plan-history.js';
import type { PlanView } from '../../plan-view.js';
import type { PlanReviewLine, PlanStepLine, PlanVersionLine } from '../../support-plans.repository.js';
import { agreementText, boardSteps, type HistoryLine, historyLines, versionName } from './plan.presenter.js';

const words = ja.screens.supportPlans;

export interface PlanPageView {
  readonly frame: CaseFrameView;
  readonly plan: PlanView;
  /** The version shown; the one in force unless another was asked for. */
  readonly shown: PlanVersionLine;
}

/** A case without a plan yet. */
export function noPlanPage(page: PageContext, frame: CaseFrameView): Html {
  const mayWrite = may(page.actor, 'plan.write') && frame.case.status !== 'closed';
  return caseLayout(
    page,
    frame,
    'plan',
    <Card>
      <EmptyState
        text={words.noPlanYet}
        hint={words.noPlanYetHint}
        action={mayWrite ? { text: words.drawUpPlan, href: `/cases/${frame.case.id}/plan/edit` } : undefined}
      />
    </Card>,
  );
}

export function planPage(page: PageContext, view: PlanPageView): Html {
  const { frame, plan, shown } = view;
  const path = `/cases/${frame.case.id}/plan`;
  const mayWrite = may(page.actor, 'plan.write');
  const isClosed = frame.case.status === 'closed';
  const actions = (
    <>
      <ButtonLink text={words.printApplication} href={`${path}/print?version=${shown.version}`} icon="print" />
      {mayWrite && !isClosed ? <ButtonLink text={words.changePlan} href={`${path}/edit`} variant="primary" /> : null}
    </>
  );
  const content = (
    <>
      <PlanNotices view={view} path={path} />
      <Card title={fill(words.goalOfVersion, { version: versionName(shown.version) })} actions={actions}>
        <TypedText text={shown.goal} />
        <KeyValues
          dense
          items={[
            ...(shown.situation === ''
              ? []
              : [{ term: words.situation, content: <TypedText text={shown.situation} /> }]),
            ...(shown.reason === null
              ? []
              : [{ term: words.reasonForChange, content: <TypedText text={shown.reason} /> }]),
            { term: words.drawnUpOn, text: formatBoth(shown.drawnUpOn) },
            { term: words.jobseekersAgreement, text: agreementText(shown) },
            { term: words.countedFrom, text: plan.plannedFrom === null ? null : formatBoth(plan.plannedFrom) },
          ]}
        />
      </Card>
      <Card title={words.steps}>
        <PlanBoard steps={stepsWithActions(page, view, mayWrite)} empty={words.noStep} />
      </Card>
      <Card
        title={words.review}
        actions={
          mayWrite && !isClosed ? (
            <ButtonLink text={words.planReview} href={`${path}/reviews/new`} size="small" />
          ) : null
        }
      >
        <Reviews plan={plan} mayWrite={mayWrite} />
      </Card>
      <Card title={words.history}>
        <History lines={historyLines(versionSummaries(plan.versions))} path={path} shown={shown.version} />
      </Card>
    </>
  );
  return caseLayout(page, frame, 'plan', content);
}

/** What waits: an agreement, something late, a fall-back to decide on; and that an older version is shown. */
function PlanNotices({ view: { frame, plan, shown }, path }: { view: PlanPageView; path: string }): JSX.Element {
  const { proposed, inForce, overdueSteps, dueBranches, overdueReviewIds } = plan;
  const waiting = [
    ...(overdueSteps.length === 0 ? [] : [fill(words.overdueSteps, { count: overdueSteps.length })]),
    ...(dueBranches.length === 0 ? [] : [fill(words.dueBranches, { count: dueBranches.length })]),
    ...(overdueReviewIds.length === 0 ? [] : [fill(words.overdueReviews, { count: overdueReviewIds.length })]),
  ];
  return (
    <>
      {proposed === null ? null : (
        <Notice tone="info" title={fill(words.awaitsAgreement, { version: versionName(proposed.version) })}>
          <Inline>
            {frame.case.status === 'closed' ? null : (
              <ButtonLink text={words.recordAgreement} href={`${path}/agreement`} variant="primary" />
            )}
            {proposed.version === shown.version ? null : (
              <Link
                href={`${path}?version=${proposed.version}`}
                text={fill(words.seeVersion, { version: versionName(proposed.version) })}
              />
            )}
          </Inline>
        </Notice>
      )}
      {shown.version === inForce.version ? null : (
        <Notice tone="info" title={fill(words.versionShown, { version: versionName(shown.version) })}>
          <Link href={path} text={fill(words.seeCurrentVersion, { version: versionName(inForce.version) })} />
        </Notice>
      )}
      {waiting.length === 0 ? null : <Notice tone="warn" title={words.needsAttention} text={waiting.join('')} />}
    </>
  );
}

function stepsWithActions(
  page: PageContext,
  { plan, shown, frame }: PlanPageView,
  mayWrite: boolean,
): ReturnType<typeof boardSteps> {
  const isCurrent = shown.version >= plan.inForce.version;
  const steps = boardSteps(shown, plan.overdueSteps, frame.today);
  if (!mayWrite || !isCurrent) return steps;
  return steps.map((line, index) => {
    const step = shown.steps[index];
    return step ? { ...line, actions: <StepActions page={page} step={step} /> } : line;
  });
}

function StepActions({
  page: { csrfToken },
  step: { id, title, state, version },
}: {
  page: PageContext;
  step: PlanStepLine;
}): JSX.Element {
  return (
    <>
      {state === 'open' ? (
        <PostButton
          action={`/plan-steps/${id}`}
          csrfToken={csrfToken}
          text={words.markDone}
          size="small"
          hidden={{ state: 'done', version }}
          context={title}
        />
      ) : null}
      <ButtonLink
        text={state === 'open' ? words.dateOrDrop : words.correctState}
        href={`/plan-steps/${id}`}
        variant="text"
        size="small"
        context={title}
      />
    </>
  );
}

function Reviews({ plan, mayWrite }: { plan: PlanView; mayWrite: boolean }): JSX.Element {
  const standing = ({ id, heldOn }: PlanReviewLine): JSX.Element => {
    if (heldOn !== null) return <Badge text={fill(words.heldOnDay, { day: formatBoth(heldOn) })} tone="success" />;
    if (plan.overdueReviewIds.includes(id)) return <Badge text={words.overdue} tone="error" />;
    return id === plan.nextReviewId ? <Badge text={words.nextReview} tone="info" /> : <Badge text={words.planned} />;
  };
  return (
    <Table
      caption={words.reviews}
      captionHidden
      rows={plan.reviews}
      empty={words.noReviewPlanned}
      dense
      phone="cards"
      columns={[
        { header: words.dueOn, rowHeader: true, text: ({ dueOn }: PlanReviewLine) => formatBoth(dueOn) },
        { header: words.owner, text: ({ ownerName }: PlanReviewLine) => ownerName },
        { header: words.status, cell: standing },
        {
          header: words.outcome,
          width: 'wide',
          cell: (review: PlanReviewLine) => <ReviewOutcome review={review} mayWrite={mayWrite} />,
        },
      ]}
    />
  );
}

function ReviewOutcome({
  review: { id, dueOn, heldOn, outcome },
  mayWrite,
}: {
  review: PlanReviewLine;
  mayWrite: boolean;
}): JSX.Element {
  if (heldOn !== null) return <TypedText text={outcome ?? ''} />;
  return mayWrite ? (
    <ButtonLink text={words.recordReview} href={`/plan-reviews/${id}`} size="small" context={formatBoth(dueOn)} />
  ) : (
    <span>—</span>
  );
}

function History({ lines, path, shown }: { lines: readonly HistoryLine[]; path: string; shown: number }): JSX.Element {
  return (
    <Table
      caption={words.history}
      captionHidden
      rows={lines}
      empty=""
      dense
      phone="cards"
      columns={[
        {
          header: words.version,
          rowHeader: true,
          width: 'narrow',
          text: ({ title }: HistoryLine) => title,
          href: ({ version }: HistoryLine) => (version === shown ? undefined : `${path}?version=${version}`),
        },
        { header: words.drawnUp, text: ({ written }: HistoryLine) => written },
        { header: words.jobseekersAgreement, text: ({ agreed }: HistoryLine) => agreed },
        { header: words.reasonAndDifferences, width: 'wide', cell: (line: HistoryLine) => <ChangeReason {...line} /> },
      ]}
    />
  );
}

function ChangeReason({ reason, differences, edits }: HistoryLine): JSX.Element {
  return (
    <div>
      {reason === null ? <span class="muted">{words.firstVersion}</span> : <TypedText text={reason} />}
      <Texts texts={differences} />
      {edits.map(({ title, texts }) => (
        <>
          <p safe>{title}</p>
          <Texts texts={texts} />
        </>
      ))}
    </div>
  );
}

function Texts({ texts }: { texts: readonly string[] }): JSX.Element {
  if (texts.length === 0) return '';
  return (
    <ul>
      {texts.map((text) => (
        <li safe>{text}</li>
      ))}
    </ul>
  );
}
