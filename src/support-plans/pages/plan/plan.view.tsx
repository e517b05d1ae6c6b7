import { may } from '#access';
import { formatBoth } from '#kernel';
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
        text="支援プランはまだありません。"
        hint="目標と手順を本人と決めて作成します。本人が同意すると支援が始まります。"
        action={mayWrite ? { text: 'プランを作成する', href: `/cases/${frame.case.id}/plan/edit` } : undefined}
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
      <ButtonLink text="申込書を印刷する" href={`${path}/print?version=${shown.version}`} icon="print" />
      {mayWrite && !isClosed ? <ButtonLink text="プランを変更する" href={`${path}/edit`} variant="primary" /> : null}
    </>
  );
  const content = (
    <>
      <Attention view={view} path={path} />
      <Card title={`目標（${versionName(shown.version)}）`} actions={actions}>
        <TypedText text={shown.goal} />
        <KeyValues
          dense
          items={[
            ...(shown.situation === '' ? [] : [{ term: '課題・状況', content: <TypedText text={shown.situation} /> }]),
            ...(shown.reason === null ? [] : [{ term: '変更の理由', content: <TypedText text={shown.reason} /> }]),
            { term: '作成日', text: formatBoth(shown.drawnUpOn) },
            { term: '本人の同意', text: agreementText(shown) },
            { term: 'プラン策定日', text: plan.plannedFrom === null ? null : formatBoth(plan.plannedFrom) },
          ]}
        />
      </Card>
      <Card title="手順">
        <PlanBoard steps={stepsWithActions(page, view, mayWrite)} empty="手順はありません。" />
      </Card>
      <Card
        title="見直し"
        actions={
          mayWrite && !isClosed ? (
            <ButtonLink text="見直しを予定する" href={`${path}/reviews/new`} size="small" />
          ) : null
        }
      >
        <Reviews plan={plan} mayWrite={mayWrite} />
      </Card>
      <Card title="版の履歴">
        <History lines={historyLines(versionSummaries(plan.versions))} path={path} shown={shown.version} />
      </Card>
    </>
  );
  return caseLayout(page, frame, 'plan', content);
}

/** What waits: an agreement, something late, a fall-back to decide on; and that an older version is shown. */
function Attention({ view: { frame, plan, shown }, path }: { view: PlanPageView; path: string }): JSX.Element {
  const { proposed, inForce, overdueSteps, dueBranches, overdueReviewIds } = plan;
  const waiting = [
    ...(overdueSteps.length === 0 ? [] : [`期限を過ぎた手順が${overdueSteps.length}件あります。`]),
    ...(dueBranches.length === 0 ? [] : [`判断の時期が来た分岐が${dueBranches.length}件あります。`]),
    ...(overdueReviewIds.length === 0 ? [] : [`予定日を過ぎた見直しが${overdueReviewIds.length}件あります。`]),
  ];
  return (
    <>
      {proposed === null ? null : (
        <Notice tone="info" title={`${versionName(proposed.version)}は本人の同意を待っています`}>
          <Inline>
            {frame.case.status === 'closed' ? null : (
              <ButtonLink text="本人の同意を記録する" href={`${path}/agree`} variant="primary" />
            )}
            {proposed.version === shown.version ? null : (
              <Link href={`${path}?version=${proposed.version}`} text={`${versionName(proposed.version)}を見る`} />
            )}
          </Inline>
        </Notice>
      )}
      {shown.version === inForce.version ? null : (
        <Notice tone="info" title={`${versionName(shown.version)}を表示しています`}>
          <Link href={path} text={`現在の${versionName(inForce.version)}を見る`} />
        </Notice>
      )}
      {waiting.length === 0 ? null : <Notice tone="warn" title="確認が必要です" text={waiting.join('')} />}
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
          text="完了にする"
          size="small"
          hidden={{ state: 'done', version }}
          context={title}
        />
      ) : null}
      <ButtonLink
        text={state === 'open' ? '日付・取りやめ' : '状態を直す'}
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
    if (heldOn !== null) return <Badge text={`${formatBoth(heldOn)} 実施`} tone="success" />;
    if (plan.overdueReviewIds.includes(id)) return <Badge text="予定日超過" tone="error" />;
    return id === plan.nextReviewId ? <Badge text="次の見直し" tone="info" /> : <Badge text="予定" />;
  };
  return (
    <Table
      caption="見直しの予定と結果"
      captionHidden
      rows={plan.reviews}
      empty="見直しの予定はありません。"
      dense
      phone="cards"
      columns={[
        { header: '予定日', rowHeader: true, text: ({ dueOn }: PlanReviewLine) => formatBoth(dueOn) },
        { header: '担当', text: ({ ownerName }: PlanReviewLine) => ownerName },
        { header: '状況', cell: standing },
        {
          header: '結果',
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
    <ButtonLink text="実施を記録する" href={`/plan-reviews/${id}`} size="small" context={formatBoth(dueOn)} />
  ) : (
    <span>—</span>
  );
}

function History({ lines, path, shown }: { lines: readonly HistoryLine[]; path: string; shown: number }): JSX.Element {
  return (
    <Table
      caption="版の履歴"
      captionHidden
      rows={lines}
      empty=""
      dense
      phone="cards"
      columns={[
        {
          header: '版',
          rowHeader: true,
          width: 'narrow',
          text: ({ title }: HistoryLine) => title,
          href: ({ version }: HistoryLine) => (version === shown ? undefined : `${path}?version=${version}`),
        },
        { header: '作成', text: ({ written }: HistoryLine) => written },
        { header: '本人の同意', text: ({ agreed }: HistoryLine) => agreed },
        { header: '理由と違い', width: 'wide', cell: (line: HistoryLine) => <Why {...line} /> },
      ]}
    />
  );
}

function Why({ reason, differences }: HistoryLine): JSX.Element {
  if (reason === null) return <span class="muted">最初の版</span>;
  return (
    <div>
      <TypedText text={reason} />
      <ul>
        {differences.map((text) => (
          <li safe>{text}</li>
        ))}
      </ul>
    </div>
  );
}
