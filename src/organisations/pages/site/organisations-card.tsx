import { formatMoment, formatWareki, tokyoDateOf } from '#kernel';
import { fill, ja } from '#messages';
import { ButtonLink, Card, Inline, Link, PostButton, SideMark, Stack, Table } from '#ui';
import type { PageContext } from '../../../platform/pages/index.js';
import type { OrganisationProposal } from '../../organisations.repository.js';
import type { SiteFile } from '../../site-file.repository.js';

const words = ja.screens.organisations;

type OrganisationRow = SiteFile['organisations'][number];

interface OrganisationsCardProps {
  readonly page: PageContext;
  readonly site: SiteFile;
  readonly proposals: readonly OrganisationProposal[];
}

/** 機関: who takes part, and what waits for somebody to agree. */
export function OrganisationsCard({ page, site, proposals }: OrganisationsCardProps): JSX.Element {
  return (
    <Card
      title={words.organisation}
      actions={<ButtonLink href="/site/organisations/new" text={words.addOrganisation} size="small" />}
    >
      <Stack>
        <Table
          caption={words.organisationsOfSite}
          captionHidden
          phone="cards"
          rows={site.organisations}
          empty={words.noOrganisation}
          columns={[
            { header: words.name, rowHeader: true, text: (row: OrganisationRow) => row.name },
            { header: words.side, cell: (row: OrganisationRow) => <SideMark side={row.side} /> },
            { header: words.code, text: (row: OrganisationRow) => row.code },
            { header: words.formerNames, text: formerNamesText },
            {
              header: words.act,
              width: 'narrow',
              cell: (row: OrganisationRow) =>
                row.mayRename ? (
                  <Link href={`/site/organisations/${row.id}/edit`} text={words.edit} context={row.name} />
                ) : (
                  <span class="muted">{words.keptByItself}</span>
                ),
            },
          ]}
        />
        {proposals.length === 0 ? '' : <Proposals page={page} proposals={proposals} />}
      </Stack>
    </Card>
  );
}

const formerNamesText = ({ formerNames }: OrganisationRow): string =>
  formerNames
    .map(({ name, until }) => fill(words.formerName, { name, day: formatWareki(tokyoDateOf(new Date(until))) }))
    .join('、');

function Proposals({ page, proposals }: Pick<OrganisationsCardProps, 'page' | 'proposals'>): JSX.Element {
  return (
    <Table
      caption={words.proposals}
      phone="cards"
      rows={proposals}
      empty=""
      columns={[
        { header: words.name, rowHeader: true, text: (row: OrganisationProposal) => row.name },
        { header: words.side, cell: (row: OrganisationProposal) => <SideMark side={row.side} /> },
        { header: words.site, text: (row: OrganisationProposal) => row.siteName },
        {
          header: words.proposedBy,
          text: (row: OrganisationProposal) =>
            fill(words.proposedAt, { organisation: row.proposedByOrganisation, moment: formatMoment(row.proposedAt) }),
        },
        { header: words.waitsFor, text: waitsForText },
        { header: words.act, cell: (row: OrganisationProposal) => <ProposalActs page={page} proposal={row} /> },
      ]}
    />
  );
}

const waitsForText = ({ waitsForSide, waitsForItself, side }: OrganisationProposal): string =>
  [
    ...(waitsForSide ? [fill(words.waitsForSide, { side: ja.codes.side[side] })] : []),
    ...(waitsForItself ? [words.waitsForItself] : []),
  ].join('、');

function ProposalActs({ page, proposal }: { page: PageContext; proposal: OrganisationProposal }): JSX.Element {
  const isOwn = proposal.proposedByOrganisationId === page.actor.organisationId;
  const href = `/site/organisation-proposals/${proposal.id}`;
  return (
    <Inline>
      {proposal.mayConfirm ? (
        <PostButton
          action={`${href}/confirmation`}
          csrfToken={page.csrfToken}
          text={words.confirmProposal}
          size="small"
          context={proposal.name}
        />
      ) : (
        ''
      )}
      {isOwn || proposal.mayConfirm ? (
        <PostButton
          action={`${href}/refusal`}
          csrfToken={page.csrfToken}
          text={isOwn ? words.withdrawProposal : words.refuseProposal}
          size="small"
          variant="text"
          context={proposal.name}
        />
      ) : (
        ''
      )}
    </Inline>
  );
}
