import { formatBoth, formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { Card, KeyValues, Notice, PageHeading, PrintButton, Stack, TypedText } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import { ageText, type CaseFrameView } from '../../../support-cases/index.js';
import type { RequestLine } from '../../support-requests.service.js';

const words = ja.screens.supportRequests;

export interface RequestPrintView {
  readonly request: RequestLine;
  readonly frame: CaseFrameView;
}

/** 支援要請書 on one sheet, as it is handed over. */
export function requestPrintPage(page: PageContext, { request, frame }: RequestPrintView): Html {
  const { person, team } = frame;
  const staff = team.filter(({ side }) => side === 'municipal').map(({ name, role }) => `${name}（${role}）`);
  const children = (
    <Stack>
      <PageHeading
        title={words.requestSheet}
        back={{ text: words.supportRequest, href: `/requests/${request.id}` }}
        actions={<PrintButton />}
      />
      {person.protectedUntil === null ? null : (
        <Notice tone="warn" title={words.isProtected} text={words.protectedOnPaper} />
      )}
      <p safe>{formatWareki(request.requestedOn)}</p>
      <p safe>{fill(words.addressee, { organisation: request.to.name })}</p>
      <p safe>{fill(words.senderAndOwner, { organisation: request.from.name, name: request.requestedBy ?? '' })}</p>
      <p>{words.requestSentence}</p>
      <Card title={words.jobseekerThemself}>
        <KeyValues
          items={[
            { term: words.name, text: person.name, note: person.kana },
            { term: words.age, text: ageText(person.age) },
            { term: words.targetGroups, text: person.groups.join('、') },
            { term: words.programme, text: frame.case.programme.name },
            { term: words.caseNumber, text: frame.case.number },
            { term: words.municipalOwner, text: staff.join('、') },
          ]}
        />
      </Card>
      <Card title={words.supportWanted}>
        <TypedText text={request.wanted} />
      </Card>
      <Card title={words.background}>
        <TypedText text={request.background === '' ? words.nothingWritten : request.background} />
      </Card>
      <Card title={words.answer}>
        <KeyValues items={answerLines(request)} />
      </Card>
    </Stack>
  );
  return renderPage(page, {
    title: fill(words.requestSheetOf, { number: request.caseNumber }),
    width: 'reading',
    children,
  });
}

/** Left open for the pen while the request waits. */
function answerLines({
  status,
  decidedOn,
  decidedBy,
  decisionReason,
}: RequestLine): { term: string; text: string | null }[] {
  const answers = { requested: words.acceptedOrReturned, accepted: words.accepted, returned: words.returned };
  return [
    { term: words.answer, text: answers[status] },
    { term: words.answeredOn, text: decidedOn === null ? words.dayByHand : formatBoth(decidedOn) },
    { term: words.answeredBy, text: decidedBy ?? '　' },
    { term: words.reasonAndNote, text: decisionReason ?? '　' },
  ];
}
