import { formatWareki, type IsoDate } from '#kernel';
import { fill, ja } from '#messages';
import {
  ButtonLink,
  Card,
  type Column,
  EmptyState,
  Link,
  Notice,
  PageHeading,
  PeekLink,
  Person,
  Stack,
  Table,
  Tabs,
  WithPeek,
} from '#ui';
import type { Site } from '../../organisations/index.js';
import type { Html } from '../../platform/http/index.js';
import { type PageContext, renderPage } from '../../platform/pages/index.js';
import { listHref, unfilteredHref } from '../case-rows/case-filter.presenter.js';
import { CaseFilters } from '../case-rows/case-filter.view.js';
import { GroupsCell, LastContactCell, NameCell } from '../case-rows/cells.js';
import { CASELOAD, HOME } from '../case-rows/lists.js';
import type { HomeFilterQuery } from './home-filter.dto.js';
import type { HomeView } from './home.query.js';
import { countText, type HomeGroup, groupsOf, type HomeRow } from './home.presenter.js';
import type { SiteOverview } from './site-overview.query.js';
import { Overview } from './overview.js';
import type { Unattended } from './unattended.query.js';
import { UnattendedCard } from './unattended.js';

const screenWords = ja.screens.workspaces;

export interface HomePageView {
  /** Of a supervisor's home. */
  readonly unattended: Unattended | undefined;
  readonly filter: HomeFilterQuery;
  /** Consents that wait for the own organisation to confirm them. */
  readonly confirmations: number;
  readonly home: HomeView;
  readonly overview: SiteOverview | undefined;
  readonly site: Site;
  readonly today: IsoDate;
}

const words = ja.caseload.home;

export function homePage(
  page: PageContext,
  { unattended, filter, confirmations, home, overview, site, today }: HomePageView,
): Html {
  const groups = groupsOf(home, today);
  const rows = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const content = (
    <Stack>
      <PageHeading
        title={formatWareki(today)}
        actions={
          <ButtonLink
            text={screenWords.listOfCases}
            href={listHref(CASELOAD, { scope: filter.scope })}
            variant="secondary"
          />
        }
      />
      {confirmations === 0 ? (
        ''
      ) : (
        <Notice tone="warn" text={fill(ja.screens.consents.confirmationsWaiting, { count: confirmations })}>
          <Link href="/sharing-confirmations" text={ja.screens.consents.confirmations} />
        </Notice>
      )}
      {unattended === undefined ? '' : <UnattendedCard unattended={unattended} />}
      {overview === undefined ? '' : <Overview overview={overview} today={today} />}
      <CaseFilters
        list={HOME}
        filter={filter}
        site={site}
        resultText={fill(groups.some(({ isCut }) => isCut) ? ja.caseload.countAndMore : ja.caseload.count, {
          count: rows,
        })}
      />
      {groups.length > 1 ? (
        <Tabs
          label={words.parts}
          items={groups.map((group) => ({ label: group.name, href: `#${group.id}`, count: group.rows.length }))}
        />
      ) : (
        ''
      )}
      <WithPeek>
        <Stack>
          {groups.length === 0 ? (
            <EmptyHome filter={filter} />
          ) : (
            groups.map((group) => <Group group={group} today={today} />)
          )}
        </Stack>
      </WithPeek>
    </Stack>
  );
  return renderPage(page, { title: screenWords.home, width: 'wide', children: content });
}

/** Nothing waits; where filters are on, that may be why. */
function EmptyHome({ filter }: { filter: HomeFilterQuery }): JSX.Element {
  return listHref(HOME, filter) === HOME.path ? (
    <EmptyState text={words.nothing} action={{ text: words.ofMyTeam, href: listHref(HOME, { scope: 'team' }) }} />
  ) : (
    <EmptyState text={words.nothingFiltered} action={{ text: words.unfiltered, href: unfilteredHref(HOME) }} />
  );
}

function Group({ group, today }: { group: HomeGroup; today: IsoDate }): JSX.Element {
  const title = `${group.name}　${countText(group)}`;
  return (
    <Card title={title} id={group.id} tone={group.tone}>
      <Table
        caption={title}
        captionHidden
        dense
        phone="cards"
        walkable
        rows={group.rows}
        empty=""
        columns={columns(group, today)}
      />
    </Card>
  );
}

function columns({ id, tone }: HomeGroup, today: IsoDate): Column<HomeRow>[] {
  return [
    { header: words.whenHeader[id], width: 'narrow', cell: (row) => <WhenCell row={row} isLate={tone === 'error'} /> },
    { header: screenWords.name, rowHeader: true, cell: ({ person, href }) => <NameCell row={person} href={href} /> },
    {
      header: screenWords.summary,
      width: 'narrow',
      cell: ({ caseId, person }) =>
        caseId === null ? (
          ''
        ) : (
          <PeekLink href={`/cases/${caseId}`} peekHref={`/cases/${caseId}/peek`} context={person.name} />
        ),
    },
    { header: screenWords.benefitsAndGroups, cell: ({ person }) => <GroupsCell row={person} today={today} /> },
    {
      header: screenWords.lastConsultation,
      width: 'narrow',
      cell: ({ person }) => <LastContactCell row={person} today={today} />,
    },
    { header: screenWords.nextStep, width: 'wide', cell: (row) => <TodoCell row={row} /> },
  ];
}

function WhenCell({ row: { when, whenNote }, isLate }: { row: HomeRow; isLate: boolean }): JSX.Element {
  return (
    <>
      <span safe>{when}</span>
      <span class={`cell-line ${isLate ? 'overdue' : 'muted'}`} safe>
        {whenNote}
      </span>
    </>
  );
}

function TodoCell({ row: { todo, todoNote, owners } }: { row: HomeRow }): JSX.Element {
  return (
    <>
      <span safe>{todo}</span>
      <span class="cell-line">
        {owners.map((owner) => (
          <Person {...owner} />
        ))}
        <span class="muted" safe>
          {todoNote}
        </span>
      </span>
    </>
  );
}
