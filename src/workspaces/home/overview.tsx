import { formatMonthWareki, type IsoDate, monthOf } from '#kernel';
import { fill, ja } from '#messages';
import { ButtonLink, Card, type Column, Link, SideMark, Table } from '#ui';
import { listHref } from '../case-rows/case-filter.presenter.js';
import { HOME } from '../case-rows/lists.js';
import type { SiteOverview, WorkloadLine } from './site-overview.query.js';

const screenWords = ja.screens.workspaces;

const words = ja.caseload.home;

/** 拠点の状況: what waits on each side, and how much each member of staff has. */
export function Overview({ overview, today }: { overview: SiteOverview; today: IsoDate }): JSX.Element {
  const month = monthOf(today);
  const columns: Column<WorkloadLine>[] = [
    {
      header: screenWords.staff,
      rowHeader: true,
      text: ({ name, isHere }) => (isHere ? name : fill(words.gone, { name })),
    },
    { header: screenWords.side, cell: ({ side }) => <SideMark side={side} short /> },
    { header: screenWords.jobTitle, text: ({ title }) => title },
    { header: screenWords.assigned, align: 'end', text: ({ cases }) => fill(screenWords.records, { count: cases }) },
    { header: screenWords.overdue, align: 'end', text: ({ overdue }) => fill(screenWords.records, { count: overdue }) },
  ];
  return (
    <Card
      title={screenWords.siteOverview}
      actions={
        <ButtonLink
          text={fill(screenWords.actualsOf, { month: formatMonthWareki(month) })}
          href={`/month?month=${month}`}
          variant="primary"
        />
      }
    >
      <ul>
        {overview.waiting.map(({ side, requests, overdue }) => (
          <li>
            <SideMark side={side} />
            <span safe>{fill(screenWords.waitingHere, { requests, overdue })}</span>
            {requests + overdue === 0 ? (
              ''
            ) : (
              <Link href={listHref(HOME, { scope: 'site', turn: side })} text={words.whatWaits} />
            )}
          </li>
        ))}
      </ul>
      <Table
        caption={screenWords.workload}
        dense
        rows={overview.workload}
        empty={screenWords.noStaff}
        rowTone={({ overdue, isHere }) => (overdue > 0 || !isHere ? 'warning' : undefined)}
        columns={columns}
      />
    </Card>
  );
}
