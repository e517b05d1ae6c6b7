import { formatBoth, type Reason } from '#kernel';
import { fill, ja } from '#messages';
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
import { ClosingWithdrawal } from './closing-withdrawal.js';
import { axisOf, stepCards } from './case-steps.presenter.js';
import { MeetingForm, StepList } from './step-forms.js';

const words = ja.screens.supportCases;

export interface StepsView {
  readonly frame: CaseFrameView;
  readonly steps: CaseSteps;
  /** What stands against taking the closing back; null while the period runs. */
  readonly againstReopening: readonly Reason[] | null;
  /** The form that was just refused, of a step, of a meeting or of taking a closing back. */
  readonly refused: FormState | undefined;
}

export function stepsPage(page: PageContext, view: StepsView): Html {
  const { frame, steps, againstReopening, refused } = view;
  const { case: supportCase, today } = frame;
  const targets = {
    caseId: supportCase.id,
    jobseekerId: supportCase.jobseekerId,
    requestId: steps.request?.id ?? null,
  };
  const cards = stepCards(steps, targets);
  const isClosed = supportCase.status === 'closed';
  const refusedPart = refused?.value('action') || refused?.value('kind') || undefined;
  const content = (
    <>
      <Refusal form={refused} idPrefix={refusedPart} currentHref={`/cases/${supportCase.id}/steps`} />
      {steps.status === 'requested' && steps.request?.status === 'requested' ? (
        <WaitingRequest id={steps.request.id} />
      ) : null}
      <Columns layout="aside">
        <Stack>
          {isClosed ? (
            <Notice tone="info" title={words.periodClosed} text={words.periodClosedText}>
              <ButtonLink text={words.openNewPeriod} href={`/cases/new?jobseeker=${supportCase.jobseekerId}`} />
              <ClosingWithdrawal
                page={page}
                caseId={supportCase.id}
                version={supportCase.version}
                reasons={againstReopening ?? []}
                refused={refused}
              />
            </Notice>
          ) : (
            <Card title={words.possibleNow}>
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
          <Card title={words.course}>
            <CaseAxis title={words.transitions} today={today} {...axisOf(frame, steps)} />
            <History lines={steps.transitions} />
          </Card>
        </Stack>
        <Stack>
          <Card title={words.statusNow}>
            <Facts supportCase={supportCase} steps={steps} />
          </Card>
          {isClosed ? null : (
            <Card title={words.meetings}>
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
    <Notice tone="info" title={words.requestAwaitsAnswer}>
      <p>
        <Link href={`/requests/${id}`} text={words.openRequest} />
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
          term: words.status,
          content: <StatusBadge label={ja.codes.caseStatus[status]} phase={phaseOfCase[status]} />,
          note: fill(words.since, { day: formatBoth(statusSince) }),
        },
        ...(reviewOn === null ? [] : [{ term: words.reviewOn, text: day(reviewOn) }]),
        ...(closedOn === null || closeReason === null
          ? []
          : [{ term: words.closing, text: ja.codes.closeReason[closeReason], note: day(closedOn) ?? undefined }]),
        { term: words.programme, text: programme.name },
        { term: words.desk, text: desk?.name },
        { term: words.openedOn, text: day(openedOn) },
        {
          term: words.teamSupport,
          text: teamSupportSince === null ? words.notYet : fill(words.since, { day: formatBoth(teamSupportSince) }),
        },
        request === null
          ? { term: words.supportRequest, text: null }
          : {
              term: words.supportRequest,
              text: ja.codes.requestStatus[request.status],
              href: `/requests/${request.id}`,
            },
        { term: ja.supportCase.meetings.interview, text: day(interviewHeldOn) },
        { term: ja.supportCase.meetings.conference, text: day(conferenceHeldOn) },
      ]}
    />
  );
}

function History({ lines }: { lines: readonly TransitionLine[] }): JSX.Element {
  return (
    <Table
      caption={words.statusHistory}
      rows={[...lines].reverse()}
      empty={words.noneYet}
      dense
      phone="cards"
      columns={[
        {
          header: words.day,
          rowHeader: true,
          width: 'narrow',
          text: ({ happenedOn }: TransitionLine) => formatBoth(happenedOn),
        },
        {
          header: words.status,
          cell: ({ toStatus }: TransitionLine) => <Badge text={ja.codes.caseStatus[toStatus]} />,
        },
        { header: words.act, width: 'narrow', text: ({ action }: TransitionLine) => ja.supportCase.actions[action] },
        {
          header: words.staff,
          width: 'narrow',
          text: ({ by }: TransitionLine) => (by === null ? null : `${by.name}（${ja.codes.side[by.side]}）`),
        },
        {
          header: words.reasonAndNote,
          width: 'wide',
          text: ({ reason, note }: TransitionLine) => [reason, note].filter((text) => text !== null).join('　'),
        },
      ]}
    />
  );
}
