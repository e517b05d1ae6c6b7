import type { ConsentKind } from '#domain/consent';
import { isProtected } from '#domain/jobseeker';
import type { SharingCategory } from '#domain/sharing';
import type { IsoDate } from '#kernel';
import { fill, ja } from '#messages';
import { Card, KeyValues, Notice, PageHeading, PrintButton, type Slot, Stack, TypedText } from '#ui';
import { fullName, type Jobseeker } from '../../../jobseekers/index.js';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';

const words = ja.screens.consents;

export interface ConsentSheet {
  readonly kind: ConsentKind;
  readonly person: Jobseeker;
  readonly siteName: string;
  readonly purpose: string;
  /** 共有する内容, what was said about it besides, and 共有する機関; looked at for a consent to share alone. */
  readonly categories: readonly SharingCategory[];
  readonly covers: string;
  readonly sharedBetween: string;
  /** 期間, in words. */
  readonly period: string;
  readonly today: IsoDate;
  /** What stands below the terms: who agreed and when, or the boxes to sign in. */
  readonly signatures: Slot;
  /** Stands beside the button that prints. */
  readonly actions?: Slot;
}

const { sheet } = ja.consent;

/** 同意書 on one sheet of paper, signed or to be signed. The address stays off it, a protected person's and any other's: paper gets lost. */
export function consentSheet(page: PageContext, content: ConsentSheet): Html {
  const { kind, person, siteName, purpose, categories, covers, sharedBetween, period, today, signatures, actions } =
    content;
  const title = sheet.title[kind];
  const sharing =
    kind !== 'sharing'
      ? []
      : [
          { term: words.sharedWith, text: sharedBetween },
          {
            term: words.sharedContent,
            text: categories.map((category) => ja.codes.sharingCategory[category]).join('、'),
          },
          ...(covers === '' ? [] : [{ term: words.note, content: <TypedText text={covers} /> }]),
        ];
  const children = (
    <Stack>
      <PageHeading
        title={title}
        back={{ text: fill(words.recordsOf, { name: fullName(person) }), href: `/jobseekers/${person.id}` }}
        actions={
          <>
            {actions}
            <PrintButton />
          </>
        }
      />
      {isProtected(person.protectedUntil, today) ? (
        <div class="screen-only">
          <Notice tone="warn" title={sheet.protectedTitle} text={sheet.protectedText} />
        </div>
      ) : null}
      <Card>
        <Stack>
          <p safe>{fill(words.addressee, { organisation: siteName })}</p>
          <p>{sheet.declaration}</p>
          <KeyValues
            items={[
              { term: words.purpose, content: <TypedText text={purpose} /> },
              ...sharing,
              { term: words.period, text: period },
              { term: words.withdrawal, text: sheet.withdrawal },
            ]}
          />
          {signatures}
        </Stack>
      </Card>
    </Stack>
  );
  return renderPage(page, { title, width: 'reading', children });
}
