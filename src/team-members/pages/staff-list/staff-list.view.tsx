import type { IsoDate } from '#kernel';
import { fill, ja } from '#messages';
import { Badge, ButtonLink, PageHeading, Stack, Table } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { AdministrationTabs, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { ManagedStaff } from '../../staff.repository.js';
import { employmentStatus } from '../employment-status.js';

const words = ja.screens.teamMembers;

export function staffListPage(page: PageContext, staff: readonly ManagedStaff[], today: IsoDate): Html {
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading
        title={words.staff}
        lead={fill(words.listLead, { organisation: page.actor.organisationName })}
        actions={<ButtonLink text={words.registerStaff} href="/staff/new" icon="plus" variant="primary" />}
      />
      <Table
        caption={words.list}
        captionHidden
        phone="cards"
        walkable
        rows={staff}
        empty={words.noneYet}
        rowTone={(member) => (employmentStatus(member, today).gone ? 'muted' : undefined)}
        columns={[
          {
            header: words.name,
            rowHeader: true,
            text: (member: ManagedStaff) => member.name,
            href: (member: ManagedStaff) => `/staff/${member.id}`,
          },
          { header: words.kana, text: (member: ManagedStaff) => member.nameKana },
          { header: words.jobTitle, text: (member: ManagedStaff) => member.title },
          { header: words.role, text: (member: ManagedStaff) => ja.codes.role[member.role] },
          { header: words.desk, text: (member: ManagedStaff) => member.atSite?.deskName },
          { header: words.login, text: (member: ManagedStaff) => member.login },
          { header: words.employment, text: (member: ManagedStaff) => employmentStatus(member, today).text },
          { header: words.signIn, cell: (member: ManagedStaff) => <SignInStatus member={member} /> },
        ]}
      />
    </Stack>
  );
  return renderPage(page, { title: words.staff, width: 'wide', children });
}

function SignInStatus({ member }: { member: ManagedStaff }): JSX.Element {
  if (member.lockedUntil !== null) return <Badge text={words.locked} tone="warning" />;
  return member.mustChangePassword ? (
    <Badge text={words.temporaryPassword} />
  ) : (
    <span class="muted">{words.usual}</span>
  );
}
