import { addDays, formatMonthWareki, formatWareki, type IsoDate, monthOf } from '#kernel';
import { ja } from '#messages';
import { ButtonLink, Card, type Column, EmptyState, PageHeading, SideMark, Stack, Table } from '#ui';
import type { Html } from '../../platform/http/index.js';
import { type PageContext, renderPage } from '../../platform/pages/index.js';
import type { RequestLine } from '../../support-cases/index.js';
import { agoText } from '../caseload/presenter.js';
import type { DueLine, HomeView, StalledLine } from './home.query.js';
import type { SiteOverview, WorkloadLine } from './site-overview.query.js';

export interface HomePageView {
  readonly home: HomeView;
  readonly requests: readonly RequestLine[];
  readonly overview: SiteOverview | undefined;
  readonly today: IsoDate;
}

export function homePage(page: PageContext, { home, requests, overview, today }: HomePageView): Html {
  const overdue = home.due.filter(({ dueOn }) => dueOn < today);
  const dueToday = home.due.filter(({ dueOn }) => dueOn === today);
  const soon = home.due.filter(({ dueOn }) => dueOn > today);
  const nothing = home.due.length === 0 && home.stalled.length === 0 && requests.length === 0;
  const content = (
    <Stack>
      <PageHeading title={formatWareki(today)} actions={<ButtonLink text="自分の支援ケース" href="/cases" variant="secondary" />} />
      {overview === undefined ? '' : <Overview overview={overview} today={today} />}
      {nothing ? <EmptyState text="期限の来た仕事はありません。" action={{ text: '支援ケースの一覧', href: '/cases' }} /> : ''}
      <DueCard title="期限超過" tone="error" rows={overdue} today={today} />
      <DueCard title="今日が期限" tone="warning" rows={dueToday} today={today} />
      <RequestsCard requests={requests} />
      <DueCard title={`まもなく（${formatWareki(addDays(today, 7))}まで）`} tone="plain" rows={soon} today={today} />
      <StalledCard rows={home.stalled} />
    </Stack>
  );
  return renderPage(page, { title: 'ホーム', width: 'wide', children: content });
}

function DueCard({ title, tone, rows, today }: { title: string; tone: 'error' | 'warning' | 'plain'; rows: readonly DueLine[]; today: IsoDate }): JSX.Element {
  if (rows.length === 0) return '';
  const columns: Column<DueLine>[] = [
    { header: '期限', width: 'narrow', text: ({ dueOn }) => formatWareki(dueOn) },
    { header: '氏名', rowHeader: true, text: ({ name }) => name, href: hrefOf },
    { header: 'かな', text: ({ kana }) => kana },
    { header: 'すること', width: 'wide', text: ({ kind, title: text }) => text ?? ja.caseload.dueKind[kind] },
    { header: '最後の相談', cell: (row) => <LastContact row={row} today={today} /> },
  ];
  return (
    <Card title={`${title}　${rows.length}件`} tone={tone}>
      <Table caption={title} captionHidden dense phone="cards" walkable rows={rows} empty="" columns={columns} />
    </Card>
  );
}

function hrefOf({ caseId, jobseekerId }: DueLine): string {
  return caseId === null ? `/jobseekers/${jobseekerId}` : `/cases/${caseId}`;
}

function LastContact({ row: { lastContact }, today }: { row: DueLine; today: IsoDate }): JSX.Element {
  if (lastContact === null) return <span class="muted">まだありません</span>;
  return (
    <span>
      <span safe>{agoText(lastContact.heldOn, today)}</span> <SideMark side={lastContact.side} short />
    </span>
  );
}

function RequestsCard({ requests }: { requests: readonly RequestLine[] }): JSX.Element {
  if (requests.length === 0) return '';
  const columns: Column<RequestLine>[] = [
    { header: '要請日', width: 'narrow', text: ({ requestedOn }) => formatWareki(requestedOn) },
    { header: '対象者', rowHeader: true, text: ({ jobseekerName }) => jobseekerName, href: ({ id }) => `/requests/${id}` },
    { header: '求める支援', width: 'wide', text: ({ wanted }) => wanted },
    { header: '待っている日数', align: 'end', text: ({ waitingDays }) => (waitingDays === null ? '' : `${waitingDays}日`) },
  ];
  return (
    <Card title={`回答を待つ支援要請　${requests.length}件`} tone="info">
      <Table caption="支援要請" captionHidden dense phone="cards" walkable rows={requests} empty="" columns={columns} />
    </Card>
  );
}

function StalledCard({ rows }: { rows: readonly StalledLine[] }): JSX.Element {
  if (rows.length === 0) return '';
  const columns: Column<StalledLine>[] = [
    { header: '氏名', rowHeader: true, text: ({ name }) => name, href: ({ caseId }) => `/cases/${caseId}` },
    { header: 'かな', text: ({ kana }) => kana },
    { header: '理由', width: 'wide', text: ({ why, amount }) => (why === 'silent' ? `${amount}日間、相談の記録がありません` : `紹介状${amount}件が面接に至っていません`) },
  ];
  return (
    <Card title={`動きのない支援　${rows.length}件`}>
      <Table caption="動きのない支援" captionHidden dense phone="cards" walkable rows={rows} empty="" columns={columns} />
    </Card>
  );
}

function Overview({ overview, today }: { overview: SiteOverview; today: IsoDate }): JSX.Element {
  const month = monthOf(today);
  const columns: Column<WorkloadLine>[] = [
    { header: '職員', rowHeader: true, text: ({ name }) => name },
    { header: '側', cell: ({ side }) => <SideMark side={side} short /> },
    { header: '職名', text: ({ title }) => title },
    { header: '担当', align: 'end', text: ({ cases }) => `${cases}件` },
    { header: '期限超過', align: 'end', text: ({ overdue }) => `${overdue}件` },
  ];
  return (
    <Card title="拠点の状況" actions={<ButtonLink text={`${formatMonthWareki(month)}の実績`} href={`/month?month=${month}`} variant="primary" />}>
      <ul>
        {overview.waiting.map(({ side, requests, overdue }) => (
          <li>
            <SideMark side={side} /> <span safe>{`回答待ちの支援要請 ${requests}件、期限超過 ${overdue}件`}</span>
          </li>
        ))}
      </ul>
      <Table caption="職員ごとの担当（閲覧できる範囲）" dense rows={overview.workload} empty="職員がいません。" rowTone={({ overdue }) => (overdue > 0 ? 'warning' : undefined)} columns={columns} />
    </Card>
  );
}
