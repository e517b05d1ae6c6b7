import { formatBoth, formatWareki } from '#kernel';
import { ja } from '#messages';
import { Badges, ButtonLink, Card, type Column, KeyValues, Link, PageHeading, SideMark, Stack, Table } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { AdministrationTabs, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { SiteFile } from '../../site-file.repository.js';

export function sitePage(page: PageContext, site: SiteFile): Html {
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading title={site.name} lead="この拠点の協定、運営協議会、機関、窓口、事業、理由と設定です。" />
      <SettingsCard site={site} />
      <AgreementsCard site={site} />
      <CouncilCard site={site} />
      <OrganisationsCard site={site} />
      <DesksCard site={site} />
      <GroupsCard site={site} />
      <ProgrammesCard site={site} />
      <ReasonsCard site={site} />
    </Stack>
  );
  return renderPage(page, { title: '拠点の管理', children });
}

const EditLink = ({ href, text = '編集' }: { href: string; text?: string }): JSX.Element => (
  <ButtonLink href={href} text={text} size="small" />
);

function SettingsCard({ site }: { site: SiteFile }): JSX.Element {
  return (
    <Card title="拠点と設定" actions={<EditLink href="/site/edit" />}>
      <KeyValues
        items={[
          { term: '符号', text: site.code, note: '事業計画ファイルで使う名前です。' },
          { term: '事業開始日', text: formatBoth(site.openedOn) },
          { term: 'プラン策定者と数える時点', text: ja.organisation.planCountsWhen[site.planCountsWhen] },
          { term: '相談記録を直接修正できる時間', text: `${site.consultationEditableMinutes}分` },
          { term: '連絡なしとみなす日数', text: `${site.stalledAfterDays}日` },
        ]}
      />
    </Card>
  );
}

type AgreementRow = SiteFile['agreements'][number];

function AgreementsCard({ site }: { site: SiteFile }): JSX.Element {
  return (
    <Card title="協定" actions={<EditLink href="/site/agreements/new" text="協定を追加する" />}>
      <Table
        caption="協定"
        captionHidden
        phone="cards"
        rows={site.agreements}
        empty="協定がまだ登録されていません。"
        columns={[
          { header: '締結日', rowHeader: true, text: (row: AgreementRow) => formatWareki(row.concludedOn) },
          { header: '締結者', text: (row: AgreementRow) => row.parties },
          { header: '概要', text: (row: AgreementRow) => row.summary },
          { header: '終期', text: (row: AgreementRow) => (row.endsOn === null ? '' : formatWareki(row.endsOn)) },
          editColumn('agreements', (row: AgreementRow) => formatWareki(row.concludedOn)),
        ]}
      />
    </Card>
  );
}

function CouncilCard({ site: { council } }: { site: SiteFile }): JSX.Element {
  return (
    <Card title="運営協議会" actions={<EditLink href="/site/council" text={council ? '編集' : '登録する'} />}>
      {council === null ? (
        <p class="muted">まだ登録されていません。</p>
      ) : (
        <KeyValues
          items={[
            { term: '名称', text: council.name },
            { term: '会長', text: council.chair },
            { term: '開催時期', text: council.meets },
            {
              term: '委員',
              text: council.members.map(({ organisationName, post }) => `${organisationName} ${post}`).join('、'),
            },
          ]}
        />
      )}
    </Card>
  );
}

type OrganisationRow = SiteFile['organisations'][number];

function OrganisationsCard({ site }: { site: SiteFile }): JSX.Element {
  return (
    <Card title="機関" actions={<EditLink href="/site/organisations/new" text="機関を追加する" />}>
      <Table
        caption="この拠点の機関"
        captionHidden
        phone="cards"
        rows={site.organisations}
        empty="機関がありません。"
        columns={[
          { header: '名称', rowHeader: true, text: (row: OrganisationRow) => row.name },
          { header: '側', cell: (row: OrganisationRow) => <SideMark side={row.side} /> },
          { header: '符号', text: (row: OrganisationRow) => row.code },
          editColumn('organisations', (row: OrganisationRow) => row.name),
        ]}
      />
    </Card>
  );
}

type DeskRow = SiteFile['desks'][number];

function DesksCard({ site }: { site: SiteFile }): JSX.Element {
  return (
    <Card title="窓口" actions={<EditLink href="/site/desks/new" text="窓口を追加する" />}>
      <Table
        caption="窓口"
        captionHidden
        phone="cards"
        rows={site.desks}
        empty="窓口がまだ登録されていません。"
        rowTone={(row) => (row.closedOn === null ? undefined : 'muted')}
        columns={[
          { header: '名称', rowHeader: true, text: (row: DeskRow) => row.name },
          { header: '符号', text: (row: DeskRow) => row.code },
          { header: '閉所日', text: (row: DeskRow) => (row.closedOn === null ? '' : formatWareki(row.closedOn)) },
          editColumn('desks', (row: DeskRow) => row.name),
        ]}
      />
    </Card>
  );
}

function GroupsCard({ site }: { site: SiteFile }): JSX.Element {
  return (
    <Card title="対象者区分" actions={<EditLink href="/site/groups" />}>
      <Badges texts={site.targetGroups.map(({ name }) => name)} />
    </Card>
  );
}

type ProgrammeRow = SiteFile['programmes'][number];

function ProgrammesCard({ site }: { site: SiteFile }): JSX.Element {
  const statusNames: Readonly<Record<string, string>> = ja.codes.caseStatus;
  return (
    <Card title="事業・プログラム" actions={<EditLink href="/site/programmes/new" text="事業を追加する" />}>
      <Table
        caption="事業・プログラム"
        captionHidden
        phone="cards"
        rows={site.programmes}
        empty="事業がまだ登録されていません。"
        columns={[
          { header: '名称', rowHeader: true, text: (row: ProgrammeRow) => row.name },
          { header: '符号', text: (row: ProgrammeRow) => row.code },
          {
            header: '省略できる段階',
            text: (row: ProgrammeRow) => row.optionalSteps.map((step) => statusNames[step] ?? step).join('、'),
          },
          editColumn('programmes', (row: ProgrammeRow) => row.name),
        ]}
      />
    </Card>
  );
}

type ReasonRow = SiteFile['reasons'][number];

function ReasonsCard({ site }: { site: SiteFile }): JSX.Element {
  return (
    <Card title="理由" actions={<EditLink href="/site/reasons/new" text="理由を追加する" />}>
      <Table
        caption="紹介の結果、辞退、就職の取消、離職の理由"
        captionHidden
        phone="cards"
        dense
        rows={site.reasons}
        empty="理由がまだ登録されていません。"
        rowTone={(row) => (row.retiredOn === null ? undefined : 'muted')}
        columns={[
          { header: '名称', rowHeader: true, text: (row: ReasonRow) => row.name },
          { header: '符号', text: (row: ReasonRow) => row.code },
          {
            header: '使う場面',
            width: 'wide',
            text: (row: ReasonRow) => row.occasions.map((occasion) => ja.reason.occasion[occasion]).join('、'),
          },
          { header: '並び順', align: 'end', text: (row: ReasonRow) => String(row.position) },
          {
            header: '使用終了日',
            text: (row: ReasonRow) => (row.retiredOn === null ? '' : formatWareki(row.retiredOn)),
          },
          editColumn('reasons', (row: ReasonRow) => row.name),
        ]}
      />
    </Card>
  );
}

function editColumn<Row extends { readonly id: number }>(part: string, nameOf: (row: Row) => string): Column<Row> {
  return {
    header: '操作',
    width: 'narrow',
    cell: (row) => <Link href={`/site/${part}/${row.id}/edit`} text="編集" context={nameOf(row)} />,
  };
}
