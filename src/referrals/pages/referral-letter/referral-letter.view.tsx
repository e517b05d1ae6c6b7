import { formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { Card, KeyValues, PageHeading, PrintButton, Stack } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { ReferralLetter } from '../../letters.service.js';

const words = ja.screens.referrals;

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
          title={words.printLetterTitle}
          back={{ text: words.referral, href: `/referrals/${referralId}` }}
          actions={<PrintButton />}
        />
      </div>
      <Card title={words.letter}>
        <Stack>
          <p safe>{formatWareki(issuedOn)}</p>
          <p safe>
            {fill(words.addressee, { employer: employer.name, person: employer.contactPerson ?? words.recruiter })}
          </p>
          <p>{words.letterSentence}</p>
          <KeyValues
            items={[
              { term: words.name, text: person.name, note: person.kana },
              { term: words.helloWorkNumber, text: person.helloWorkNumber },
              ...(person.address === null ? [] : [{ term: words.address, text: person.address }]),
              { term: words.orderNumber, text: jobOrder?.number },
              { term: words.occupation, text: jobOrder?.title },
              { term: words.employerAddress, text: employer.address },
              { term: words.interviewOn, text: interview === null ? words.interviewOpen : interviewText(interview) },
              ...(interview?.place ? [{ term: ja.referral.interview.place, text: interview.place }] : []),
            ]}
          />
          <p safe>{fill(words.issuedBy, issuedBy)}</p>
        </Stack>
      </Card>
    </Stack>
  );
  return renderPage(page, { title: words.letter, width: 'reading', children: content });
}
