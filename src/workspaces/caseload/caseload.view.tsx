import { may } from '#access';
import { formatWareki, type IsoDate } from '#kernel';
import { fill, ja } from '#messages';
import {
  ButtonLink,
  type Column,
  Inline,
  NumberField,
  PageHeading,
  PeekLink,
  Person,
  phaseOfCase,
  Stack,
  StatusBadge,
  Table,
  WithPeek,
} from '#ui';
import type { Site } from '../../organisations/index.js';
import type { Html } from '../../platform/http/index.js';
import { type PageContext, renderPage } from '../../platform/pages/index.js';
import { listHref } from '../case-rows/case-filter.presenter.js';
import { CaseFilters, textOf } from '../case-rows/case-filter.view.js';
import { GroupsCell, LastContactCell, NameCell } from '../case-rows/cells.js';
import { CASELOAD } from '../case-rows/lists.js';
import type { CaseloadFilterQuery } from './caseload-filter.dto.js';
import type { CaseloadPage, CaseloadRow } from './caseload.query.js';

const screenWords = ja.screens.workspaces;

export interface CaseloadView {
  readonly filter: CaseloadFilterQuery;
  readonly cases: CaseloadPage;
  readonly site: Site;
  readonly today: IsoDate;
}

const words = ja.caseload;

export function caseloadPage(page: PageContext, { filter, cases: { items, next }, site, today }: CaseloadView): Html {
  const content = (
    <Stack>
      <PageHeading
        title={screenWords.cases}
        actions={
          may(page.actor, 'jobseeker.register') ? (
            <ButtonLink text={screenWords.registerJobseeker} href="/jobseekers/new" variant="secondary" icon="plus" />
          ) : null
        }
      />
      <CaseFilters
        list={CASELOAD}
        filter={filter}
        site={site}
        resultText={fill(next === undefined ? words.count : words.countAndMore, { count: items.length })}
      >
        <NumberField
          name="silentFor"
          label={words.silent}
          marked={false}
          unit={words.unitAtLeast}
          value={textOf(filter.silentFor)}
        />
      </CaseFilters>
      <WithPeek>
        <Table
          caption={screenWords.listOfCases}
          captionHidden
          dense
          phone="cards"
          walkable
          rows={items}
          empty={screenWords.noCases}
          columns={columns(today)}
        />
        {next === undefined ? (
          ''
        ) : (
          <Inline end>
            <ButtonLink
              text={fill(words.nextPage, { count: items.length })}
              href={listHref(CASELOAD, filter, next)}
              variant="secondary"
            />
          </Inline>
        )}
      </WithPeek>
    </Stack>
  );
  return renderPage(page, { title: screenWords.cases, width: 'wide', children: content });
}

function columns(today: IsoDate): Column<CaseloadRow>[] {
  return [
    {
      header: screenWords.name,
      rowHeader: true,
      cell: (row) => <NameCell row={row} href={`/cases/${row.caseId}`} number={row.number} />,
    },
    {
      header: screenWords.summary,
      width: 'narrow',
      cell: ({ caseId, name }) => (
        <PeekLink href={`/cases/${caseId}`} peekHref={`/cases/${caseId}/peek`} context={name} />
      ),
    },
    {
      header: screenWords.status,
      cell: ({ status }) => <StatusBadge label={ja.codes.caseStatus[status]} phase={phaseOfCase[status]} />,
    },
    { header: screenWords.benefitsAndGroups, cell: (row) => <GroupsCell row={row} today={today} /> },
    {
      header: screenWords.lastConsultation,
      width: 'narrow',
      cell: (row) => <LastContactCell row={row} today={today} />,
    },
    { header: screenWords.nextStep, width: 'wide', cell: (row) => <NextCell row={row} today={today} /> },
  ];
}

function NextCell({ row: { next, status }, today }: { row: CaseloadRow; today: IsoDate }): JSX.Element {
  if (next === null) return status === 'closed' ? '' : <span class="muted">{words.noNext}</span>;
  const { title, dueOn, owner, side } = next;
  const isLate = dueOn !== null && dueOn < today;
  return (
    <>
      <span safe>{title}</span>
      <span class="cell-line">
        <Person name={owner ?? ja.codes.planStepOwner[side]} side={side} />
        {dueOn === null ? (
          ''
        ) : (
          <span class={isLate ? 'overdue' : 'muted'} safe>
            {fill(isLate ? screenWords.untilOverdue : screenWords.until, {
              day: formatWareki(dueOn),
              overdue: words.overdue,
            })}
          </span>
        )}
      </span>
    </>
  );
}
