import { shortWareki } from '#kernel';
import { errorText, ERROR_SENTENCES, fill, ja, reasonText } from '#messages';
import { Card, type Column, Form, Notice, PageHeading, Select, Stack, SubmitRow, Table } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { StaffChoice } from '../../support-teams.repository.js';
import { UNATTENDED_MOST, type UnattendedCase } from '../../unattended.repository.js';
import type { TakeOverLine } from '../../unattended.service.js';

export interface UnattendedView {
  readonly cases: readonly UnattendedCase[];
  readonly choices: readonly StaffChoice[];
  readonly form: FormState;
  /** What became of those just chosen. */
  readonly done: { readonly items: readonly TakeOverLine[]; readonly numbers: ReadonlyMap<string, string> } | undefined;
}

const words = ja.departure.unattended;

export function unattendedPage(page: PageContext, view: UnattendedView): Html {
  const { cases, choices, form } = view;
  const shown = cases.slice(0, UNATTENDED_MOST);
  const count = fill(cases.length > shown.length ? words.more : words.count, { count: shown.length });
  const children = (
    <Stack>
      <PageHeading title={`${words.title}　${count}`} lead={words.lead} />
      <Done view={view} />
      <FormProblems form={form} currentHref="/unattended-cases" />
      <Form action="/unattended-cases/take-over" csrfToken={page.csrfToken}>
        <Table
          caption={words.title}
          captionHidden
          dense
          phone="cards"
          rows={shown}
          empty={words.nothing}
          columns={columns(form)}
        />
        {shown.length === 0 ? (
          ''
        ) : (
          <Card>
            <Select
              name="staffId"
              label={words.staff}
              required
              blank={ja.departure.blank}
              width="long"
              options={choices.map(({ id, name, title }) => ({
                value: id,
                label: title === '' ? name : `${name}（${title}）`,
              }))}
              value={form.value('staffId')}
              error={form.error('staffId')}
            />
            <SubmitRow save={words.save} />
          </Card>
        )}
      </Form>
    </Stack>
  );
  return renderPage(page, { title: words.title, width: 'wide', children });
}

function columns(form: FormState): Column<UnattendedCase>[] {
  const chosen = form.values('caseIds');
  return [
    {
      header: words.columns.choose,
      width: 'narrow',
      cell: ({ caseId, name, number }) => (
        <input
          type="checkbox"
          name="caseIds"
          value={caseId}
          checked={chosen.includes(caseId)}
          aria-label={fill(words.chooseOne, { name, number })}
        />
      ),
    },
    {
      header: words.columns.name,
      rowHeader: true,
      text: ({ name, kana }) => `${name}（${kana}）`,
      href: ({ caseId }) => `/cases/${caseId}/team`,
    },
    { header: words.columns.number, width: 'narrow', text: ({ number }) => number },
    { header: words.columns.lastLead, text: ({ lastLead }) => lastLead ?? words.never },
    {
      header: words.columns.since,
      width: 'narrow',
      text: ({ leftOn }) => (leftOn === null ? null : shortWareki(leftOn)),
    },
  ];
}

/** Told for each: how many have somebody now, and which have not and why. */
function Done({ view: { done } }: { view: UnattendedView }): JSX.Element {
  if (done === undefined) return '';
  const assigned = done.items.filter(({ result }) => result === 'assigned').length;
  const refused = done.items.filter(({ result }) => result === 'refused');
  return (
    <Notice tone={refused.length === 0 ? 'success' : 'warn'} live title={fill(words.assigned, { count: assigned })}>
      {refused.length === 0 ? (
        ''
      ) : (
        <ul>
          {refused.map(({ caseId, reason }) => (
            <li safe>
              {fill(words.refused, { number: done.numbers.get(caseId) ?? '', reason: sentenceOf(reason ?? 'blocked') })}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

const sentenceOf = (code: string): string => (ERROR_SENTENCES.has(code) ? errorText(code) : reasonText(code));
