import { formatBoth } from '#kernel';
import { fill, ja } from '#messages';
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

const words = ja.screens.supportRequests;

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
      <ButtonLink text={words.printRequest} href={`/requests/${request.id}/print`} icon="print" />
      <ButtonLink text={words.openCase} href={`/cases/${request.supportCaseId}/steps`} />
    </>
  );
  const children = (
    <Stack>
      <PageHeading
        title={fill(words.requestFor, { name: request.jobseekerName })}
        lead={request.jobseekerKana}
        back={{ text: words.requestsList, href: '/requests' }}
        actions={actions}
      />
      <Refusal form={refused?.form} idPrefix={refused?.answer} currentHref={`/requests/${request.id}`} />
      {request.status === 'accepted' && frame.case.status !== 'closed' ? <WhoIsMissing frame={frame} /> : null}
      <Columns layout="aside">
        <Stack>
          <Card title={words.supportWanted}>
            <TypedText text={request.wanted} />
          </Card>
          <Card title={words.background}>
            {request.background === '' ? (
              <p class="muted">{words.nothingWritten}</p>
            ) : (
              <TypedText text={request.background} />
            )}
          </Card>
          {answering === undefined ? null : (
            <Answers page={page} request={request} frame={frame} refused={refused} caseStaff={answering} />
          )}
        </Stack>
        <Stack>
          <Card title={words.statusOfRequest}>
            <RequestStatusCard request={request} />
          </Card>
          <Card title={words.jobseekerThemself}>
            <Summary frame={frame} />
          </Card>
        </Stack>
      </Columns>
    </Stack>
  );
  return renderPage(page, { title: fill(words.requestOf, { number: request.caseNumber }), width: 'wide', children });
}

/** Nobody finds the case on their own list until somebody of their side is named; one that is closed waits for nobody. */
function WhoIsMissing({ frame }: Pick<RequestView, 'frame'>): JSX.Element {
  if (frame.case.status === 'closed') return '';
  const sides = sidesWithoutStaff(frame.team)
    .map((side) => ja.codes.side[side])
    .join(words.and);
  if (sides === '') return '';
  return (
    <Notice
      tone="warn"
      title={fill(words.noOwnerDecided, { sides })}
      text={fill(words.notOnListUntilDecided, { sides })}
    >
      <ButtonLink text={words.decideOwner} href={`/cases/${frame.case.id}/team`} />
    </Notice>
  );
}

function RequestStatusCard({ request }: { request: RequestLine }): JSX.Element {
  const { status, requestedOn, requestedBy, waitingDays, from, to, decidedOn, decidedBy, decisionReason } = request;
  return (
    <KeyValues
      dense
      items={[
        {
          term: words.status,
          content: <StatusBadge label={ja.codes.requestStatus[status]} phase={phaseOfRequest[status]} />,
          note: waitingDays === null ? undefined : fill(words.waitingDays, { days: waitingDays }),
        },
        { term: words.from, text: from.name, note: requestedBy ?? undefined },
        { term: words.to, text: to.name },
        { term: words.requestedOn, text: formatBoth(requestedOn) },
        ...(decidedOn === null
          ? []
          : [{ term: words.answeredOn, text: formatBoth(decidedOn), note: decidedBy ?? undefined }]),
        ...(decisionReason === null
          ? []
          : [{ term: status === 'returned' ? words.reasonForReturn : words.noteOfAnswer, text: decisionReason }]),
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
          { term: words.age, text: ageText(person.age) },
          {
            term: words.targetGroups,
            content: person.groups.length === 0 ? undefined : <Badges texts={person.groups} />,
          },
          { term: words.programme, text: frame.case.programme.name },
          { term: words.jobseekerNumber, text: person.number, href: `/jobseekers/${person.id}` },
          { term: words.caseNumber, text: frame.case.number, href: `/cases/${frame.case.id}/steps` },
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
