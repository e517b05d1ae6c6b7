import { isProtected } from '#domain/jobseeker';
import { addDays, formatBoth, type IsoDate } from '#kernel';
import { fill, ja } from '#messages';
import { Card, KeyValues, Notice, PageHeading, PrintButton, Stack } from '#ui';
import { fullName } from '../../../jobseekers/index.js';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import { basisText, categoriesInFull } from '../consent-words.js';
import type { SharingLedgerView } from './sharing-ledger.view.js';

const words = ja.screens.consents;
const { sheet, receipt } = ja.consent;

/** 控え: what is shown to whom until when, and how to end it; for the person to take home. */
export function sharingReceipt(
  page: PageContext,
  { person, lines, today }: SharingLedgerView & { readonly today: IsoDate },
): Html {
  const shared = lines.filter(({ state, giverId, receiverId }) => state === 'in_force' && giverId !== receiverId);
  const title = receipt.title;
  const children = (
    <Stack>
      <PageHeading
        title={title}
        back={{ text: words.ledger, href: `/jobseekers/${person.id}/sharing` }}
        actions={<PrintButton />}
      />
      {isProtected(person.protectedUntil, today) ? (
        <div class="screen-only">
          <Notice tone="warn" title={sheet.protectedTitle} text={sheet.protectedText} />
        </div>
      ) : null}
      <Card>
        <Stack>
          <p safe>{fill(receipt.addressee, { name: fullName(person) })}</p>
          <p safe>{fill(shared.length === 0 ? receipt.nothing : receipt.lead, { day: formatBoth(today) })}</p>
          {shared.map((line) => (
            <KeyValues
              items={[
                { term: receipt.whose, text: line.giver },
                { term: receipt.toWhom, text: line.receiver },
                { term: words.sharedContent, text: categoriesInFull(line.categories) },
                { term: words.basis, text: basisText(line) },
                {
                  term: receipt.untilWhen,
                  text:
                    line.endsOn === null
                      ? sheet.openEnd
                      : fill(words.until, { day: formatBoth(addDays(line.endsOn, -1)) }),
                },
              ]}
            />
          ))}
          <KeyValues
            items={[
              { term: receipt.howToEnd, text: receipt.end },
              { term: receipt.keeps, text: receipt.keepsText },
              { term: receipt.contact, text: page.actor.organisationName },
            ]}
          />
        </Stack>
      </Card>
    </Stack>
  );
  return renderPage(page, { title: `${title} - ${fullName(person)}`, width: 'reading', children });
}
