import { may } from '#access';
import { ButtonLink, FilterPanel, FilterTags, Inline, PageHeading, Stack, TextField } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { EmployerLine } from '../../employers.repository.js';
import { EmployersTable } from './employers-table.js';

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
        title="事業所・求人"
        actions={
          mayWrite ? <ButtonLink text="事業所を登録" href="/employers/new" icon="plus" variant="primary" /> : undefined
        }
      />
      <FilterPanel action="/employers" open>
        <TextField
          name="q"
          label="事業所名・フリガナ"
          marked={false}
          value={q}
          type="search"
          support="フリガナは先頭から、名称は一部でも探せます。"
        />
      </FilterPanel>
      <FilterTags
        filters={q === '' ? [] : [{ label: '事業所', value: q, removeHref: '/employers' }]}
        clearHref="/employers"
        resultText={next === undefined ? `${items.length}件` : `${items.length}件を表示（続きがあります）`}
      />
      <EmployersTable items={items} hrefOf={(id) => `/employers/${id}`} />
      {next === undefined ? null : (
        <Inline end>
          <ButtonLink text="次の50件" href={nextHref} />
        </Inline>
      )}
    </Stack>
  );
  return renderPage(page, { title: '事業所・求人', width: 'wide', children: content });
}
