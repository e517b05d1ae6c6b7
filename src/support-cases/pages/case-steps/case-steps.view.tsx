import { formatBoth } from '#kernel';
import { ja } from '#messages';
import {
  Badge,
  ButtonLink,
  Card,
  CaseAxis,
  Columns,
  KeyValues,
  Link,
  Notice,
  phaseOfCase,
  Stack,
  StatusBadge,
  Table,
} from '#ui';
import type { Html } from '../../../platform/http/index.js';
import type { FormState, PageContext } from '../../../platform/pages/index.js';
import type { CaseFrameView } from '../../frame/case-frame.js';
import { caseLayout } from '../../frame/case-layout.js';
import type { CaseSteps } from '../../steps/steps.service.js';
import type { SupportCase, TransitionLine } from '../../support-cases.repository.js';
import { Refusal } from '../refusal.js';
import { axisOf, stepCards } from './case-steps.presenter.js';
import { MeetingForm, StepList } from './step-forms.js';

export interface StepsView {
  readonly frame: CaseFrameView;
  readonly steps: CaseSteps;
  /** The form that was just refused, of a step or of a meeting. */
  readonly refused: FormState | undefined;
}

export function stepsPage(page: PageContext, { frame, steps, refused }: StepsView): Html {
  const { case: supportCase, today } = frame;
  const targets = {
    caseId: supportCase.id,
    jobseekerId: supportCase.jobseekerId,
    requestId: steps.request?.id ?? null,
  };
  const cards = stepCards(steps, targets);
  const isClosed = supportCase.status === 'closed';
  const refusedPart = refused?.value('action') || refused?.value('kind');
  const content = (
    <>
      <Refusal form={refused} idPrefix={refusedPart} currentHref={`/cases/${supportCase.id}/steps`} />
      {steps.status === 'requested' && steps.request?.status === 'requested' ? (
        <WaitingRequest id={steps.request.id} />
      ) : null}
      <Columns layout="aside">
        <Stack>
          {isClosed ? (
            <Notice
              tone="info"
              title="この支援期間は終了しています"
              text="支援を再開するときは、新しい支援期間を開始します。"
            >
              <ButtonLink text="新しい支援期間を開始する" href={`/cases/new?jobseeker=${supportCase.jobseekerId}`} />
            </Notice>
          ) : (
            <Card title="次にできること">
              <StepList
                page={page}
                cards={cards}
                steps={steps}
                caseId={supportCase.id}
                today={today}
                refused={refused}
              />
            </Card>
          )}
          <Card title="経過">
            <CaseAxis title="状態の移り変わり" today={today} {...axisOf(frame, steps)} />
            <History lines={steps.transitions} />
          </Card>
        </Stack>
        <Stack>
          <Card title="いまの状態">
            <Facts supportCase={supportCase} steps={steps} />
          </Card>
          {isClosed ? null : (
            <Card title="面接と会議">
              <MeetingForm kind="interview" page={page} frame={frame} refused={refused} />
              <MeetingForm kind="conference" page={page} frame={frame} refused={refused} />
            </Card>
          )}
        </Stack>
      </Columns>
    </>
  );
  return caseLayout(page, frame, 'steps', content);
}

function WaitingRequest({ id }: { id: string }): JSX.Element {
  return (
    <Notice tone="info" title="支援要請は回答を待っています">
      <p>
        <Link href={`/requests/${id}`} text="支援要請を開く" />
      </p>
    </Notice>
  );
}

function Facts({ supportCase, steps }: { supportCase: SupportCase; steps: CaseSteps }): JSX.Element {
  const {
    status,
    statusSince,
    programme,
    desk,
    openedOn,
    teamSupportSince,
    interviewHeldOn,
    conferenceHeldOn,
    reviewOn,
    closedOn,
    closeReason,
  } = supportCase;
  const day = (date: string | null): string | null => (date === null ? null : formatBoth(date));
  const { request } = steps;
  return (
    <KeyValues
      dense
      items={[
        {
          term: '状態',
          content: <StatusBadge label={ja.codes.caseStatus[status]} phase={phaseOfCase[status]} />,
          note: `${formatBoth(statusSince)}から`,
        },
        ...(reviewOn === null ? [] : [{ term: '見直し日', text: day(reviewOn) }]),
        ...(closedOn === null || closeReason === null
          ? []
          : [{ term: '終了', text: ja.codes.closeReason[closeReason], note: day(closedOn) ?? undefined }]),
        { term: '事業', text: programme.name },
        { term: '窓口', text: desk?.name },
        { term: '支援開始日', text: day(openedOn) },
        { term: 'チーム支援', text: teamSupportSince === null ? 'していない' : `${formatBoth(teamSupportSince)}から` },
        request === null
          ? { term: '支援要請', text: null }
          : { term: '支援要請', text: ja.codes.requestStatus[request.status], href: `/requests/${request.id}` },
        { term: ja.supportCase.meetings.interview, text: day(interviewHeldOn) },
        { term: ja.supportCase.meetings.conference, text: day(conferenceHeldOn) },
      ]}
    />
  );
}

function History({ lines }: { lines: readonly TransitionLine[] }): JSX.Element {
  return (
    <Table
      caption="状態の履歴"
      rows={[...lines].reverse()}
      empty="まだありません。"
      dense
      phone="cards"
      columns={[
        {
          header: '日',
          rowHeader: true,
          width: 'narrow',
          text: ({ happenedOn }: TransitionLine) => formatBoth(happenedOn),
        },
        { header: '状態', cell: ({ toStatus }: TransitionLine) => <Badge text={ja.codes.caseStatus[toStatus]} /> },
        { header: '操作', width: 'narrow', text: ({ action }: TransitionLine) => ja.supportCase.actions[action] },
        {
          header: '職員',
          width: 'narrow',
          text: ({ by }: TransitionLine) => (by === null ? null : `${by.name}（${ja.codes.side[by.side]}）`),
        },
        {
          header: '理由・備考',
          width: 'wide',
          text: ({ reason, note }: TransitionLine) => [reason, note].filter((text) => text !== null).join('　'),
        },
      ]}
    />
  );
}
