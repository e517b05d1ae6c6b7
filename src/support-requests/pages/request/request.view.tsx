import { formatBoth } from '#kernel';
import { ja } from '#messages';
import {
  Badges,
  ButtonLink,
  Card,
  ClockBadge,
  Columns,
  Inline,
  KeyValues,
  Notice,
  PageHeading,
  Person,
  ProtectedBadge,
  Stack,
  StatusBadge,
  TypedText,
} from '#ui';
import { sidesWithoutStaff } from '#domain/support-case';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import { ageText, type CaseFrameView, Refusal } from '../../../support-cases/index.js';
import type { RequestLine } from '../../support-requests.service.js';
import type { StaffChoice } from '../../../support-teams/index.js';
import { Answers, type RefusedAnswer } from './answers.js';
import { phaseOfRequest } from './request-status.js';

export interface RequestView {
  readonly request: RequestLine;
  readonly frame: CaseFrameView;
  /** Case staff of the viewer's organisation, of whom one may take the case on; absent for whoever may not answer the request. */
  readonly answering: readonly StaffChoice[] | undefined;
  readonly refused: RefusedAnswer | undefined;
}

export function requestPage(page: PageContext, { request, frame, answering, refused }: RequestView): Html {
  const actions = (
    <>
      <ButtonLink text="支援要請書を印刷する" href={`/requests/${request.id}/print`} icon="print" />
      <ButtonLink text="ケースを開く" href={`/cases/${request.supportCaseId}/steps`} />
    </>
  );
  const children = (
    <Stack>
      <PageHeading
        title={`支援要請　${request.jobseekerName}さん`}
        lead={request.jobseekerKana}
        back={{ text: '支援要請の一覧', href: '/requests' }}
        actions={actions}
      />
      <Refusal form={refused?.form} idPrefix={refused?.answer} currentHref={`/requests/${request.id}`} />
      {request.status === 'accepted' && frame.case.status !== 'closed' ? <WhoIsMissing frame={frame} /> : null}
      <Columns layout="aside">
        <Stack>
          <Card title="求める支援">
            <TypedText text={request.wanted} />
          </Card>
          <Card title="これまでの経緯">
            {request.background === '' ? (
              <p class="muted">記載はありません。</p>
            ) : (
              <TypedText text={request.background} />
            )}
          </Card>
          {answering === undefined ? null : (
            <Answers page={page} request={request} frame={frame} refused={refused} caseStaff={answering} />
          )}
        </Stack>
        <Stack>
          <Card title="要請の状況">
            <Standing request={request} />
          </Card>
          <Card title="本人">
            <Summary frame={frame} />
          </Card>
        </Stack>
      </Columns>
    </Stack>
  );
  return renderPage(page, { title: `支援要請（${request.caseNumber}）`, width: 'wide', children });
}

/** Nobody finds the case on their own list until somebody of their side is named. */
function WhoIsMissing({ frame }: Pick<RequestView, 'frame'>): JSX.Element {
  const sides = sidesWithoutStaff(frame.team)
    .map((side) => ja.codes.side[side])
    .join('と');
  if (sides === '') return '';
  return (
    <Notice
      tone="warn"
      title={`${sides}の担当が決まっていません`}
      text={`担当が決まるまで、${sides}の職員の一覧にこのケースは出ません。`}
    >
      <ButtonLink text="担当を決める" href={`/cases/${frame.case.id}/team`} />
    </Notice>
  );
}

function Standing({ request }: { request: RequestLine }): JSX.Element {
  const { status, requestedOn, requestedBy, waitingDays, from, to, decidedOn, decidedBy, decisionReason } = request;
  return (
    <KeyValues
      dense
      items={[
        {
          term: '状態',
          content: <StatusBadge label={ja.codes.requestStatus[status]} phase={phaseOfRequest[status]} />,
          note: waitingDays === null ? undefined : `${waitingDays}日待ち`,
        },
        { term: '要請元', text: from.name, note: requestedBy ?? undefined },
        { term: '要請先', text: to.name },
        { term: '支援要請日', text: formatBoth(requestedOn) },
        ...(decidedOn === null ? [] : [{ term: '回答日', text: formatBoth(decidedOn), note: decidedBy ?? undefined }]),
        ...(decisionReason === null
          ? []
          : [{ term: status === 'returned' ? '返戻の理由' : '回答の備考', text: decisionReason }]),
      ]}
    />
  );
}

function Summary({ frame }: { frame: CaseFrameView }): JSX.Element {
  const { person, team } = frame;
  return (
    <Stack>
      <Marks person={person} />
      <KeyValues
        dense
        items={[
          { term: '年齢', text: ageText(person.age) },
          { term: '対象者区分', content: person.groups.length === 0 ? undefined : <Badges texts={person.groups} /> },
          { term: '事業', text: frame.case.programme.name },
          { term: '整理番号', text: person.number, href: `/jobseekers/${person.id}` },
          { term: '支援番号', text: frame.case.number, href: `/cases/${frame.case.id}/steps` },
        ]}
      />
      <ul class="people">
        {team.map(({ name, side, role }) => (
          <li>
            <Person name={name} side={side} detail={role} />
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function Marks({ person }: Pick<CaseFrameView, 'person'>): JSX.Element {
  if (person.protectedUntil === null && person.clocks.length === 0) return '';
  return (
    <Inline>
      {person.protectedUntil === null ? null : <ProtectedBadge until={formatBoth(person.protectedUntil)} />}
      {person.clocks.map(({ name, daysLeft }) => (
        <ClockBadge label={name} daysLeft={daysLeft} />
      ))}
    </Inline>
  );
}
