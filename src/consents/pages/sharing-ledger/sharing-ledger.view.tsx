import { may } from '#access';
import { addDays, formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { Badge, ButtonLink, Card, PageHeading, PostButton, Stack, Table } from '#ui';
import { fullName, type Jobseeker } from '../../../jobseekers/index.js';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { SharingDecision } from '../../decisions/sharing-decisions.service.js';
import type { SharingLine } from '../../sharing-ledger.service.js';
import { basisText, categoriesText } from '../consent-words.js';

const words = ja.screens.consents;

export interface SharingLedgerView {
  readonly person: Jobseeker;
  readonly lines: readonly SharingLine[];
}

/** Who shows what to whom, since when, on which basis, ended how: as far as the reader's organisation gives or receives it. */
export function sharingLedgerPage(
  page: PageContext,
  { person, lines, decisions }: SharingLedgerView & { readonly decisions: readonly SharingDecision[] },
): Html {
  const between = lines.filter(({ giverId, receiverId }) => giverId !== receiverId);
  const own = lines.filter(({ giverId, receiverId }) => giverId === receiverId);
  const href = `/jobseekers/${person.id}`;
  const children = (
    <Stack>
      <PageHeading
        title={words.ledger}
        lead={fill(words.ledgerLead, { organisation: page.actor.organisationName })}
        back={{ text: fill(words.recordsOf, { name: fullName(person) }), href }}
        actions={
          <>
            {may(page.actor, 'consent.record') ? (
              <ButtonLink text={words.recordDecision} href={`${href}/sharing-decisions/new`} variant="text" />
            ) : null}
            <ButtonLink text={words.receipt} href={`${href}/sharing/print`} variant="secondary" icon="print" />
          </>
        }
      />
      <Card title={words.sharedNowAndBefore}>
        <Lines caption={words.sharedNowAndBefore} lines={between} empty={words.nothingShared} />
      </Card>
      {decisions.length === 0 ? null : <Decisions page={page} decisions={decisions} lines={lines} />}
      {own.length === 0 ? null : (
        <Card title={words.knownByItself}>
          <Lines caption={words.knownByItself} lines={own} empty="" />
        </Card>
      )}
    </Stack>
  );
  return renderPage(page, { title: `${words.ledger} - ${fullName(person)}`, width: 'wide', children });
}

function Decisions({
  page,
  decisions,
  lines,
}: {
  page: PageContext;
  decisions: readonly SharingDecision[];
  lines: readonly SharingLine[];
}): JSX.Element {
  const names = new Map(lines.map(({ receiverId, receiver }) => [receiverId, receiver]));
  const mayEnd = ({ organisationId, endedOn }: SharingDecision): boolean =>
    organisationId === page.actor.organisationId && endedOn === null && may(page.actor, 'consent.withdraw');
  return (
    <Card title={words.decisions}>
      <Table
        caption={words.decisions}
        captionHidden
        dense
        phone="cards"
        rows={decisions}
        empty=""
        columns={[
          { header: words.basis, rowHeader: true, text: basisText },
          { header: words.decidedOn, text: ({ decidedOn }: SharingDecision) => formatWareki(decidedOn) },
          { header: words.receiver, text: ({ receiverId }: SharingDecision) => names.get(receiverId) ?? '' },
          { header: words.members, text: ({ members }: SharingDecision) => members },
          { header: words.whatWasDecided, width: 'wide', text: ({ decision }: SharingDecision) => decision },
          {
            header: words.act,
            cell: (decision: SharingDecision) =>
              mayEnd(decision) ? (
                <PostButton
                  action={`/sharing-decisions/${decision.id}/end`}
                  csrfToken={page.csrfToken}
                  text={words.endDecision}
                  variant="secondary"
                  size="small"
                  hidden={{ version: decision.version }}
                  context={formatWareki(decision.decidedOn)}
                />
              ) : null,
          },
        ]}
      />
    </Card>
  );
}

function Lines({
  caption,
  lines,
  empty,
}: {
  caption: string;
  lines: readonly SharingLine[];
  empty: string;
}): JSX.Element {
  return (
    <Table
      caption={caption}
      captionHidden
      dense
      phone="cards"
      rows={lines}
      empty={empty}
      rowTone={({ state }) => (state === 'withdrawn' || state === 'ended' ? 'muted' : undefined)}
      columns={[
        {
          header: words.direction,
          rowHeader: true,
          text: ({ giver, receiver, giverId, receiverId }: SharingLine) =>
            giverId === receiverId ? giver : fill(words.givenTo, { giver, receiver }),
        },
        {
          header: words.sharedContent,
          width: 'wide',
          text: ({ categories }: SharingLine) => categoriesText(categories),
        },
        {
          header: words.basis,
          text: basisText,
          href: ({ consentId }: SharingLine) => (consentId === null ? undefined : `/consents/${consentId}/print`),
        },
        { header: words.period, text: periodOf },
        {
          header: words.status,
          cell: ({ state, toConfirm }: SharingLine) => (
            <>
              <Badge text={words.lineState[state]} tone={state === 'in_force' ? 'success' : 'neutral'} />
              {toConfirm && state === 'in_force' ? <Badge text={words.toConfirm} tone="warning" /> : null}
            </>
          ),
        },
      ]}
    />
  );
}

/** From a day to the last on which it is shown. */
function periodOf({ startsOn, endsOn }: SharingLine): string {
  if (endsOn !== null && endsOn <= startsOn) return fill(words.neverHeld, { day: formatWareki(startsOn) });
  return fill(words.from, {
    day: formatWareki(startsOn),
    end: endsOn === null ? '' : fill(words.until, { day: formatWareki(addDays(endsOn, -1)) }),
  });
}
