import { formatBoth, formatMoment, formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { Badges, ButtonLink, Card, type Column, KeyValues, Link, Notice, PageHeading, Stack, Table } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { AdministrationTabs, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { BackupState } from '../../../backups/index.js';
import type { OrganisationProposal } from '../../organisations.repository.js';
import type { SiteFile } from '../../site-file.repository.js';
import { OrganisationsCard } from './organisations-card.js';

const words = ja.screens.organisations;

export interface SiteView {
  readonly site: SiteFile;
  readonly backups: BackupState;
  readonly proposals: readonly OrganisationProposal[];
}

export function sitePage(page: PageContext, { site, backups, proposals }: SiteView): Html {
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading title={site.name} lead={words.siteLead} />
      <BackupCard backups={backups} />
      <SettingsCard site={site} />
      <AgreementsCard site={site} />
      <CouncilCard site={site} />
      <OrganisationsCard page={page} site={site} proposals={proposals} />
      <DesksCard site={site} />
      <GroupsCard site={site} />
      <ProgrammesCard site={site} />
      <ReasonsCard site={site} />
    </Stack>
  );
  return renderPage(page, { title: words.administration, children });
}

const EditLink = ({ href, text = words.edit }: { href: string; text?: string }): JSX.Element => (
  <ButtonLink href={href} text={text} size="small" />
);

/** Whether what is written here would outlast the machine. */
function BackupCard({ backups: { lastVerifiedAt, overdue, failedAt, error } }: { backups: BackupState }): JSX.Element {
  const verified =
    lastVerifiedAt === null ? words.noBackupYet : fill(words.backupVerified, { moment: formatMoment(lastVerifiedAt) });
  if (failedAt !== null)
    return (
      <Notice tone="error" title={words.backupFailed} text={verified}>
        <p safe>{fill(words.backupFailedAt, { moment: formatMoment(failedAt), reason: error ?? '' })}</p>
      </Notice>
    );
  return (
    <Card title={words.backup} tone={lastVerifiedAt === null || overdue ? 'warning' : 'plain'}>
      <p safe>{verified}</p>
      {overdue ? <p>{words.backupOverdue}</p> : ''}
    </Card>
  );
}

function SettingsCard({ site }: { site: SiteFile }): JSX.Element {
  return (
    <Card title={words.siteAndSettings} actions={<EditLink href="/site/edit" />}>
      <KeyValues
        items={[
          { term: words.code, text: site.code, note: words.siteCodeNote },
          { term: words.startedOn, text: formatBoth(site.openedOn) },
          { term: words.planCounting, text: ja.organisation.planCountsWhen[site.planCountsWhen] },
          { term: words.editWindow, text: fill(words.minutes, { count: site.consultationEditableMinutes }) },
          { term: words.noContactAfter, text: fill(words.days, { count: site.stalledAfterDays }) },
          { term: words.smallNumberLimit, text: fill(words.lessThanRecords, { count: site.smallNumberLimit }) },
          { term: words.glassMinutes, text: fill(words.minutes, { count: site.glassMinutes }) },
          { term: words.protectionLiftBy, text: ja.organisation.protectionLiftBy[site.protectionLiftBy] },
          { term: words.guardianAgeParticipation, text: fill(words.below, { age: site.guardianAgeParticipation }) },
          { term: words.guardianAgeSharing, text: fill(words.below, { age: site.guardianAgeSharing }) },
        ]}
      />
    </Card>
  );
}

type AgreementRow = SiteFile['agreements'][number];

function AgreementsCard({ site }: { site: SiteFile }): JSX.Element {
  return (
    <Card title={words.agreement} actions={<EditLink href="/site/agreements/new" text={words.addAgreement} />}>
      <Table
        caption={words.agreement}
        captionHidden
        phone="cards"
        rows={site.agreements}
        empty={words.noAgreementYet}
        columns={[
          { header: words.concludedOn, rowHeader: true, text: (row: AgreementRow) => formatWareki(row.concludedOn) },
          { header: words.concludedBy, text: (row: AgreementRow) => row.parties },
          { header: words.summary, text: (row: AgreementRow) => row.summary },
          { header: words.endsOn, text: (row: AgreementRow) => (row.endsOn === null ? '' : formatWareki(row.endsOn)) },
          editColumn('agreements', (row: AgreementRow) => formatWareki(row.concludedOn)),
        ]}
      />
    </Card>
  );
}

function CouncilCard({ site: { council } }: { site: SiteFile }): JSX.Element {
  return (
    <Card
      title={words.council}
      actions={<EditLink href="/site/council" text={council ? words.edit : words.register} />}
    >
      {council === null ? (
        <p class="muted">{words.notRegisteredYet}</p>
      ) : (
        <KeyValues
          items={[
            { term: words.name, text: council.name },
            { term: words.chair, text: council.chair },
            { term: words.meets, text: council.meets },
            {
              term: words.members,
              text: council.members.map(({ organisationName, post }) => `${organisationName} ${post}`).join('、'),
            },
          ]}
        />
      )}
    </Card>
  );
}

type DeskRow = SiteFile['desks'][number];

function DesksCard({ site }: { site: SiteFile }): JSX.Element {
  return (
    <Card title={words.desk} actions={<EditLink href="/site/desks/new" text={words.addDesk} />}>
      <Table
        caption={words.desk}
        captionHidden
        phone="cards"
        rows={site.desks}
        empty={words.noDeskYet}
        rowTone={(row) => (row.closedOn === null ? undefined : 'muted')}
        columns={[
          { header: words.name, rowHeader: true, text: (row: DeskRow) => row.name },
          { header: words.code, text: (row: DeskRow) => row.code },
          { header: words.closedOn, text: (row: DeskRow) => (row.closedOn === null ? '' : formatWareki(row.closedOn)) },
          editColumn('desks', (row: DeskRow) => row.name),
        ]}
      />
    </Card>
  );
}

function GroupsCard({ site }: { site: SiteFile }): JSX.Element {
  return (
    <Card title={words.targetGroups} actions={<EditLink href="/site/target-groups" />}>
      <Badges texts={site.targetGroups.map(({ name }) => name)} />
    </Card>
  );
}

type ProgrammeRow = SiteFile['programmes'][number];

function ProgrammesCard({ site }: { site: SiteFile }): JSX.Element {
  const statusNames: Readonly<Record<string, string>> = ja.codes.caseStatus;
  return (
    <Card title={words.programmes} actions={<EditLink href="/site/programmes/new" text={words.addProgramme} />}>
      <Table
        caption={words.programmes}
        captionHidden
        phone="cards"
        rows={site.programmes}
        empty={words.noProgrammeYet}
        columns={[
          { header: words.name, rowHeader: true, text: (row: ProgrammeRow) => row.name },
          { header: words.code, text: (row: ProgrammeRow) => row.code },
          {
            header: words.optionalSteps,
            text: (row: ProgrammeRow) => row.optionalSteps.map((step) => statusNames[step] ?? step).join('、'),
          },
          {
            header: words.usualCategories,
            text: (row: ProgrammeRow) =>
              row.usualCategories.map((category) => ja.codes.sharingCategory[category]).join('、'),
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
    <Card title={words.reason} actions={<EditLink href="/site/reasons/new" text={words.addReason} />}>
      <Table
        caption={words.reasonsCaption}
        captionHidden
        phone="cards"
        dense
        rows={site.reasons}
        empty={words.noReasonYet}
        rowTone={(row) => (row.retiredOn === null ? undefined : 'muted')}
        columns={[
          { header: words.name, rowHeader: true, text: (row: ReasonRow) => row.name },
          { header: words.code, text: (row: ReasonRow) => row.code },
          {
            header: words.usedFor,
            width: 'wide',
            text: (row: ReasonRow) => row.occasions.map((occasion) => ja.reason.occasion[occasion]).join('、'),
          },
          { header: words.position, align: 'end', text: (row: ReasonRow) => String(row.position) },
          {
            header: words.retiredOn,
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
    header: words.act,
    width: 'narrow',
    cell: (row) => <Link href={`/site/${part}/${row.id}/edit`} text={words.edit} context={nameOf(row)} />,
  };
}
