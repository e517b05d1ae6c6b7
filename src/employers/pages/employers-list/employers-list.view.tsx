import { may } from '#access';
import { fill, ja } from '#messages';
import { ButtonLink, FilterPanel, FilterTags, Inline, PageHeading, Stack, TextField } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { EmployerLine } from '../../employers.repository.js';
import { EmployersTable } from './employers-table.js';

const words = ja.screens.employers;

export interface EmployersView {
  readonly q: string;
  readonly items: readonly EmployerLine[];
  /** Id to go on after; absent on the last page. */
  readonly next?: string;
}

export function employersPage(page: PageContext, { q, items, next }: EmployersView): Html {
  const mayWrite = may(page.actor, 'employer.write');
  const nextHref = `/employers?q=${encodeURIComponent(q)}&after=${next ?? ''}`;
  const content = (
    <Stack>
      <PageHeading
        title={words.title}
        actions={
          mayWrite ? (
            <ButtonLink text={words.registerEmployer} href="/employers/new" icon="plus" variant="primary" />
          ) : undefined
        }
      />
      <FilterPanel action="/employers" open>
        <TextField
          name="q"
          label={words.nameOrKana}
          marked={false}
          value={q}
          type="search"
          support={words.searchSupport}
        />
      </FilterPanel>
      <FilterTags
        filters={q === '' ? [] : [{ label: words.employer, value: q, removeHref: '/employers' }]}
        clearHref="/employers"
        resultText={
          next === undefined
            ? fill(words.count, { count: items.length })
            : fill(words.countAndMore, { count: items.length })
        }
      />
      <EmployersTable items={items} hrefOf={(id) => `/employers/${id}`} />
      {next === undefined ? null : (
        <Inline end>
          <ButtonLink text={words.nextFifty} href={nextHref} />
        </Inline>
      )}
    </Stack>
  );
  return renderPage(page, { title: words.title, width: 'wide', children: content });
}
