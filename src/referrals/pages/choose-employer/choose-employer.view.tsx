import type { JobSearchRecord } from '#domain/support-case';
import { fill, ja } from '#messages';
import { Card, FilterPanel, FilterTags, Link, Stack, TextField } from '#ui';
import { type EmployerLine, EmployersTable } from '../../../employers/index.js';
import type { Html } from '../../../platform/http/index.js';
import type { PageContext } from '../../../platform/pages/index.js';
import { type CaseFrameView, caseLayout } from '../../../support-cases/index.js';
import { BlockedRecord } from '../blocked-record.js';

const words = ja.screens.referrals;

export interface ChooseEmployerView {
  /** What is going to be recorded with the employer. */
  readonly title: string;
  /** The page itself, which answers `?q=`. */
  readonly action: string;
  readonly q: string;
  readonly items: readonly EmployerLine[];
  /** Whether there are more than are shown. */
  readonly more: boolean;
  readonly hrefOf: (employerId: string) => string;
}

/** First step of every form about an employer: which one. */
export function chooseEmployerPage(
  page: PageContext,
  frame: CaseFrameView,
  { title, action, q, items, more, hrefOf }: ChooseEmployerView,
): Html {
  const content = (
    <Card title={fill(words.chooseEmployer, { title })}>
      <Stack>
        <FilterPanel action={action} open>
          <TextField name="q" label={words.employerSearch} marked={false} value={q} type="search" />
        </FilterPanel>
        <FilterTags
          filters={q === '' ? [] : [{ label: words.employer, value: q, removeHref: action }]}
          clearHref={action}
          resultText={fill(more ? words.foundMore : words.found, { count: items.length })}
        />
        <EmployersTable items={items} hrefOf={hrefOf} />
        <p>
          <Link href="/employers/new" text={words.registerEmployer} />
        </p>
      </Stack>
    </Card>
  );
  return caseLayout(page, frame, 'referrals', content, { title });
}

/** Instead of the choice, where the case takes no such record. */
export function blockedRecordPage(
  page: PageContext,
  frame: CaseFrameView,
  { record, title }: { readonly record: JobSearchRecord; readonly title: string },
): Html {
  return caseLayout(page, frame, 'referrals', <BlockedRecord record={record} status={frame.case.status} />, { title });
}
