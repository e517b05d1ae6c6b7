import type { IsoDate } from '#kernel';
import { ja } from '#messages';
import { Badge, ButtonLink, PageHeading, Stack, Table } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { AdministrationTabs, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { ManagedStaff } from '../../staff.repository.js';
import { standingOf } from '../standing.js';

export function staffListPage(page: PageContext, staff: readonly ManagedStaff[], today: IsoDate): Html {
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading
        title="職員"
        lead={`${page.actor.organisationName}の職員です。ほかの機関の職員は、その機関の拠点管理者が管理します。`}
        actions={<ButtonLink text="職員を登録する" href="/staff/new" icon="plus" variant="primary" />}
      />
      <Table
        caption="職員の一覧"
        captionHidden
        phone="cards"
        walkable
        rows={staff}
        empty="職員がまだ登録されていません。"
        rowTone={(member) => (standingOf(member, today).gone ? 'muted' : undefined)}
        columns={[
          {
            header: '氏名',
            rowHeader: true,
            text: (member: ManagedStaff) => member.name,
            href: (member: ManagedStaff) => `/staff/${member.id}`,
          },
          { header: 'フリガナ', text: (member: ManagedStaff) => member.nameKana },
          { header: '職名', text: (member: ManagedStaff) => member.title },
          { header: '権限', text: (member: ManagedStaff) => ja.codes.role[member.role] },
          { header: '窓口', text: (member: ManagedStaff) => member.atSite?.deskName },
          { header: 'ログインID', text: (member: ManagedStaff) => member.login },
          { header: '在任', text: (member: ManagedStaff) => standingOf(member, today).text },
          { header: 'サインイン', cell: (member: ManagedStaff) => <SignInStanding member={member} /> },
        ]}
      />
    </Stack>
  );
  return renderPage(page, { title: '職員', width: 'wide', children });
}

function SignInStanding({ member }: { member: ManagedStaff }): JSX.Element {
  if (member.lockedUntil !== null) return <Badge text="ロック中" tone="warning" />;
  return member.mustChangePassword ? <Badge text="仮のパスワード" /> : <span class="muted">通常</span>;
}
