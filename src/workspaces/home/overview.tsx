import { formatMonthWareki, type IsoDate, monthOf } from '#kernel';
import { fill, ja } from '#messages';
import { ButtonLink, Card, type Column, Link, SideMark, Table } from '#ui';
import { listHref } from '../case-rows/case-filter.presenter.js';
import { HOME } from '../case-rows/lists.js';
import type { SiteOverview, WorkloadLine } from './site-overview.query.js';

const words = ja.caseload.home;

/** 拠点の状況: what waits on each side, and how much each member of staff has. */
export function Overview({ overview, today }: { overview: SiteOverview; today: IsoDate }): JSX.Element {
  const month = monthOf(today);
  const columns: Column<WorkloadLine>[] = [
    { header: '職員', rowHeader: true, text: ({ name, isHere }) => (isHere ? name : fill(words.gone, { name })) },
    { header: '側', cell: ({ side }) => <SideMark side={side} short /> },
    { header: '職名', text: ({ title }) => title },
    { header: '担当', align: 'end', text: ({ cases }) => `${cases}件` },
    { header: '期限超過', align: 'end', text: ({ overdue }) => `${overdue}件` },
  ];
  return (
    <Card
      title="拠点の状況"
      actions={
        <ButtonLink text={`${formatMonthWareki(month)}の実績`} href={`/month?month=${month}`} variant="primary" />
      }
    >
      <ul>
        {overview.waiting.map(({ side, requests, overdue }) => (
          <li>
            <SideMark side={side} />
            <span safe>{`　回答待ちの支援要請 ${requests}件、期限超過 ${overdue}件　`}</span>
            {requests + overdue === 0 ? (
              ''
            ) : (
              <Link href={listHref(HOME, { scope: 'site', turn: side })} text={words.whatWaits} />
            )}
          </li>
        ))}
      </ul>
      <Table
        caption="職員ごとの担当（閲覧できる範囲）"
        dense
        rows={overview.workload}
        empty="職員がいません。"
        rowTone={({ overdue, isHere }) => (overdue > 0 || !isHere ? 'warning' : undefined)}
        columns={columns}
      />
    </Card>
  );
}
