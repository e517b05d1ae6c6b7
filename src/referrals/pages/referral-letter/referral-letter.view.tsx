import { formatWareki } from '#kernel';
import { ja } from '#messages';
import { Card, KeyValues, PageHeading, PrintButton, Stack } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { ReferralLetter } from '../../letters.service.js';

/** 「令和8年6月17日 10:30」 */
function interviewText({ interviewOn, startsAt }: NonNullable<ReferralLetter['interview']>): string {
  return [formatWareki(interviewOn), startsAt].filter(Boolean).join('　');
}

/** The sheet as it is handed over; the head and the menu stay on the screen. */
export function letterPage(
  page: PageContext,
  referralId: string,
  { issuedOn, interview, employer, jobOrder, person, issuedBy }: ReferralLetter,
): Html {
  const content = (
    <Stack>
      <div class="screen-only">
        <PageHeading
          title="紹介状の印刷"
          back={{ text: '紹介', href: `/referrals/${referralId}` }}
          actions={<PrintButton />}
        />
      </div>
      <Card title="紹介状">
        <Stack>
          <p safe>{formatWareki(issuedOn)}</p>
          <p
            safe
          >{`${employer.name}　${employer.contactPerson === null ? '採用ご担当者' : employer.contactPerson} 様`}</p>
          <p>次の方をご紹介しますので、選考をお願いします。</p>
          <KeyValues
            items={[
              { term: '氏名', text: person.name, note: person.kana },
              { term: '求職番号', text: person.helloWorkNumber },
              ...(person.address === null ? [] : [{ term: '住所', text: person.address }]),
              { term: '求人番号', text: jobOrder?.number },
              { term: '職種', text: jobOrder?.title },
              { term: '事業所の所在地', text: employer.address },
              { term: '面接日', text: interview === null ? '別途調整' : interviewText(interview) },
              ...(interview?.place ? [{ term: ja.referral.interview.place, text: interview.place }] : []),
            ]}
          />
          <p safe>{`${issuedBy.organisation}　担当 ${issuedBy.name}`}</p>
        </Stack>
      </Card>
    </Stack>
  );
  return renderPage(page, { title: '紹介状', width: 'reading', children: content });
}
