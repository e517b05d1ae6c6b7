import { may } from '#access';
import { formatBoth } from '#kernel';
import { ja } from '#messages';
import {
  Badges, ButtonLink, Card, ClockBadge, Columns, DateBoxes, Form, Inline, KeyValues, PageHeading, Person, ProtectedBadge, Stack, StatusBadge,
  SubmitRow, TextArea, TypedText,
} from '#ui';
import { REQUEST_TEXT_MAX } from '#domain/support-case';
import type { Html } from '../../../platform/http/index.js';
import { formState, type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { CaseFrameView } from '../../frame/case-frame.js';
import { ageText } from '../../frame/case-layout.js';
import type { RequestLine } from '../../requests/requests.service.js';
import { Refusal } from '../refusal.js';
import { phaseOfRequest } from './request-status.js';

export interface RequestView {
  readonly request: RequestLine;
  readonly frame: CaseFrameView;
  readonly refused: { readonly answer: 'accept' | 'return'; readonly form: FormState } | undefined;
}

export function requestPage(page: PageContext, { request, frame, refused }: RequestView): Html {
  const mayAnswer = request.status === 'requested' && frame.case.status !== 'closed' && may(page.actor, 'request.decide');
  const actions = (
    <>
      <ButtonLink text="支援要請書を印刷する" href={`/requests/${request.id}/print`} icon="print" />
      <ButtonLink text="ケースを開く" href={`/cases/${request.supportCaseId}/steps`} />
    </>
  );
  const children = (
    <Stack>
      <PageHeading title={`支援要請　${request.jobseekerName}さん`} lead={request.jobseekerKana} back={{ text: '支援要請の一覧', href: '/requests' }} actions={actions} />
      <Refusal form={refused?.form} idPrefix={refused?.answer} currentHref={`/requests/${request.id}`} />
      <Columns layout="aside">
        <Stack>
          <Card title="求める支援">
            <TypedText text={request.wanted} />
          </Card>
          <Card title="これまでの経緯">
            {request.background === '' ? <p class="muted">記載はありません。</p> : <TypedText text={request.background} />}
          </Card>
          {mayAnswer ? <Answers page={page} request={request} today={frame.today} refused={refused} /> : null}
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

function Standing({ request }: { request: RequestLine }): JSX.Element {
  const { status, requestedOn, requestedBy, waitingDays, from, to, decidedOn, decidedBy, decisionReason } = request;
  return (
    <KeyValues
      dense
      items={[
        {
          term: '状態', content: <StatusBadge label={ja.codes.requestStatus[status]} phase={phaseOfRequest[status]} />,
          note: waitingDays === null ? undefined : `${waitingDays}日待ち`,
        },
        { term: '要請元', text: from.name, note: requestedBy ?? undefined },
        { term: '要請先', text: to.name },
        { term: '支援要請日', text: formatBoth(requestedOn) },
        ...(decidedOn === null ? [] : [{ term: '回答日', text: formatBoth(decidedOn), note: decidedBy ?? undefined }]),
        ...(decisionReason === null ? [] : [{ term: status === 'returned' ? '返戻の理由' : '回答の備考', text: decisionReason }]),
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

interface AnswersProps extends Pick<RequestView, 'request' | 'refused'> {
  readonly page: PageContext;
  readonly today: string;
}

function Answers({ page, request, today, refused }: AnswersProps): JSX.Element {
  const answerForm = (answer: 'accept' | 'return', save: string, reasonLabel: string): JSX.Element => {
    const form = refused?.answer === answer ? refused.form : formState({ decidedOn: today });
    return (
      <Form action={`/requests/${request.id}/${answer}`} csrfToken={page.csrfToken} hidden={{ version: request.version }}>
        <DateBoxes name="decidedOn" idPrefix={answer} label="回答日" required value={form.date('decidedOn')} error={form.error('decidedOn')} />
        <TextArea
          name="decisionReason" idPrefix={answer} label={reasonLabel} required={answer === 'return'} rows={3} maxlength={REQUEST_TEXT_MAX}
          value={form.value('decisionReason')} error={form.error('decisionReason')}
        />
        <SubmitRow save={save} variant={answer === 'return' ? 'secondary' : 'primary'} />
      </Form>
    );
  };
  return (
    <Columns>
      <Card title="受理する">{answerForm('accept', '受理する', '備考')}</Card>
      <Card title="返戻する">{answerForm('return', '返戻する', '返戻の理由')}</Card>
    </Columns>
  );
}
