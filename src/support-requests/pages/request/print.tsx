import { formatBoth, formatWareki } from '#kernel';
import { Card, KeyValues, Notice, PageHeading, PrintButton, Stack, TypedText } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import { ageText, type CaseFrameView } from '../../../support-cases/index.js';
import type { RequestLine } from '../../support-requests.service.js';

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
        title="支援要請書"
        back={{ text: '支援要請', href: `/requests/${request.id}` }}
        actions={<PrintButton />}
      />
      {person.protectedUntil === null ? null : (
        <Notice
          tone="warn"
          title="支援措置の対象者です"
          text="印刷した書面の置き場所と受渡しに注意してください。住所と連絡先は記載していません。"
        />
      )}
      <p safe>{formatWareki(request.requestedOn)}</p>
      <p safe>{`${request.to.name}　御中`}</p>
      <p safe>{`${request.from.name}　担当　${request.requestedBy ?? ''}`}</p>
      <p>次の方について、就職に向けた支援を要請します。</p>
      <Card title="本人">
        <KeyValues
          items={[
            { term: '氏名', text: person.name, note: person.kana },
            { term: '年齢', text: ageText(person.age) },
            { term: '対象者区分', text: person.groups.join('、') },
            { term: '事業', text: frame.case.programme.name },
            { term: '支援番号', text: frame.case.number },
            { term: '自治体側の担当', text: staff.join('、') },
          ]}
        />
      </Card>
      <Card title="求める支援">
        <TypedText text={request.wanted} />
      </Card>
      <Card title="これまでの経緯">
        <TypedText text={request.background === '' ? '記載はありません。' : request.background} />
      </Card>
      <Card title="回答">
        <KeyValues items={answerLines(request)} />
      </Card>
    </Stack>
  );
  return renderPage(page, { title: `支援要請書（${request.caseNumber}）`, width: 'reading', children });
}

/** Left open for the pen while the request waits. */
function answerLines({
  status,
  decidedOn,
  decidedBy,
  decisionReason,
}: RequestLine): { term: string; text: string | null }[] {
  const answers = { requested: '受理　・　返戻', accepted: '受理', returned: '返戻' };
  return [
    { term: '回答', text: answers[status] },
    { term: '回答日', text: decidedOn === null ? '　　　　年　　月　　日' : formatBoth(decidedOn) },
    { term: '回答者', text: decidedBy ?? '　' },
    { term: '理由・備考', text: decisionReason ?? '　' },
  ];
}
