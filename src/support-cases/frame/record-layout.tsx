import { formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { Notice, PageHeading, ProtectedBadge, type Slot, Stack } from '#ui';
import type { Html } from '../../platform/http/index.js';
import { type PageContext, renderPage } from '../../platform/pages/index.js';
import type { HiddenCaseView, RecordFrame } from './case-frame.js';
import { caseLayout, type CaseTab } from './case-layout.js';

const words = ja.screens.supportCases;

/** A page of one record of a case: under the head of the case, or of the person alone where the case is hidden. */
export function recordLayout(
  page: PageContext,
  frame: RecordFrame,
  currentTab: CaseTab,
  content: Slot,
  { title }: { readonly title: string },
): Html {
  return frame.case === null
    ? ownRecordPage(page, frame, content, title)
    : caseLayout(page, frame, currentTab, content, { title });
}

/** The record as the own organisation wrote it, to be read; it changes nothing of a case that is no longer shared. */
function ownRecordPage(page: PageContext, { person }: HiddenCaseView, content: Slot, title: string): Html {
  const children = (
    <Stack>
      <PageHeading
        title={fill(words.titleAndPerson, { title, name: person.name })}
        lead={fill(words.kanaAndNumber, { kana: person.kana, number: person.number })}
        back={{ text: fill(words.recordsOf, { name: person.name }), href: `/jobseekers/${person.id}` }}
      />
      {person.protectedUntil === null ? null : <ProtectedBadge until={formatWareki(person.protectedUntil)} />}
      <Notice tone="info" title={words.ownRecordsOnly} text={words.ownRecordsOnlyText} />
      {content}
    </Stack>
  );
  return renderPage(page, { title, width: 'wide', children });
}
