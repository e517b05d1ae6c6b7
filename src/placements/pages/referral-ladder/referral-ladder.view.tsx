import { formatWareki } from '#kernel';
import { may, type Permission } from '#access';
import { placementState } from '#domain/placement';
import { type CaseStatus, type JobSearchRecord, recordingReasons } from '#domain/support-case';
import { fill, ja } from '#messages';
import { ButtonLink, Card, Inline, Ladder, SideMark, Stack, Table } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import type { PageContext } from '../../../platform/pages/index.js';
import {
  BlockedRecord,
  type CaseReferrals,
  type Negotiation,
  type Offer,
  presentAttempt,
  reasonInWords,
  recordsOf,
} from '../../../referrals/index.js';
import { type CaseFrameView, caseLayout } from '../../../support-cases/index.js';
import type { Placement } from '../../placements.repository.js';

const words = ja.screens.placements;

export interface LadderView extends CaseReferrals {
  readonly frame: CaseFrameView;
  readonly placements: readonly Placement[];
}

export function ladderPage(
  page: PageContext,
  { frame, referrals, negotiations, offers, placements }: LadderView,
): Html {
  const base = `/cases/${frame.case.id}`;
  const attempts = referrals.map((referral) =>
    presentAttempt(
      {
        ...recordsOf(referral, { offers, negotiations }),
        startsOn: placements.find(({ referralId, reversedOn }) => referralId === referral.id && reversedOn === null)
          ?.startsOn,
      },
      frame.today,
    ),
  );
  const content = (
    <Stack>
      <Actions page={page} base={base} status={frame.case.status} />
      <Card title={words.placement}>
        <Placements rows={placements} />
      </Card>
      <Card title={words.referral}>
        <Ladder attempts={attempts} empty={words.noReferrals} />
      </Card>
      {offers.length === 0 ? null : (
        <Card title={words.offer}>
          <Offers rows={offers} />
        </Card>
      )}
      <Card title={words.negotiations}>
        <Negotiations rows={negotiations} />
      </Card>
    </Stack>
  );
  return caseLayout(page, frame, 'referrals', content);
}

interface ActionsProps {
  readonly page: PageContext;
  readonly base: string;
  readonly status: CaseStatus;
}

/** What may be recorded next: only what the case takes in its state, the rest with the reason. */
function Actions({ page: { actor }, base, status }: ActionsProps): JSX.Element {
  const offered = (record: JobSearchRecord, permission: Permission): boolean =>
    may(actor, permission) && recordingReasons(record, status).length === 0;
  return (
    <Stack>
      {may(actor, 'referral.write') ? <BlockedRecord record="referral" status={status} /> : null}
      {may(actor, 'placement.record_self_found') ? <BlockedRecord record="placement" status={status} /> : null}
      <Inline>
        {offered('referral', 'referral.write') ? (
          <ButtonLink text={words.refer} href={`${base}/referrals/new`} icon="letter" variant="primary" />
        ) : null}
        {offered('placement', 'placement.record_self_found') ? (
          <ButtonLink text={words.recordPlacement} href={`${base}/placements/new`} icon="placement" />
        ) : null}
        {offered('negotiation', 'negotiation.record') ? (
          <ButtonLink text={words.negotiations} href={`${base}/negotiations/new`} icon="handover" />
        ) : null}
        {offered('offer', 'offer.record') ? (
          <ButtonLink text={words.offerWithoutReferral} href={`${base}/offers/new`} icon="offer" variant="text" />
        ) : null}
        {status !== 'closed' && may(actor, 'job_order.write') ? (
          <ButtonLink text={words.orderForThisPerson} href={`${base}/job-orders/new`} icon="building" variant="text" />
        ) : null}
      </Inline>
    </Stack>
  );
}

/** 在職中, 離職（日）, 取消（日）. */
function stateText(placement: Placement): string {
  const { reversedOn, leftOn } = placement;
  const state = ja.placement.state[placementState(placement)];
  const day = reversedOn ?? leftOn;
  return day === null ? state : `${state}（${formatWareki(day)}）`;
}

function Placements({ rows }: { rows: readonly Placement[] }): JSX.Element {
  return (
    <Table
      caption={words.placement}
      captionHidden
      rows={rows}
      empty={words.noPlacements}
      phone="cards"
      rowTone={({ reversedOn }) => (reversedOn === null ? undefined : 'muted')}
      columns={[
        {
          header: words.workplace,
          rowHeader: true,
          text: ({ workplaceName }: Placement) => workplaceName,
          href: ({ id }: Placement) => `/placements/${id}`,
        },
        { header: words.startsOn, text: ({ startsOn }: Placement) => formatWareki(startsOn) },
        { header: words.occupation, text: ({ occupation }: Placement) => occupation },
        {
          header: words.employmentType,
          text: ({ employmentType }: Placement) => ja.codes.employmentType[employmentType],
        },
        {
          header: words.wayIn,
          text: ({ route, attemptNo }: Placement) =>
            attemptNo === null
              ? ja.codes.placementRoute[route]
              : fill(words.routeOfAttempt, { route: ja.codes.placementRoute[route], number: attemptNo }),
        },
        { header: words.state, text: stateText },
      ]}
    />
  );
}

function Offers({ rows }: { rows: readonly Offer[] }): JSX.Element {
  return (
    <Table
      caption={words.offer}
      captionHidden
      rows={rows}
      empty=""
      phone="cards"
      columns={[
        {
          header: words.employer,
          rowHeader: true,
          text: ({ employerName }: Offer) => employerName,
          href: ({ id }: Offer) => `/offers/${id}`,
        },
        { header: words.offeredOn, text: ({ receivedOn }: Offer) => formatWareki(receivedOn) },
        { header: words.answer, text: ({ status }: Offer) => ja.codes.offerStatus[status] },
        {
          header: words.answeredOn,
          text: ({ decidedOn }: Offer) => (decidedOn === null ? null : formatWareki(decidedOn)),
        },
        { header: words.declineReason, width: 'wide', text: ({ reason }: Offer) => reasonInWords(reason) },
      ]}
    />
  );
}

function Negotiations({ rows }: { rows: readonly Negotiation[] }): JSX.Element {
  return (
    <Table
      caption={words.negotiations}
      captionHidden
      rows={rows}
      empty={words.noNegotiations}
      phone="cards"
      columns={[
        {
          header: words.employer,
          rowHeader: true,
          text: ({ employerName }: Negotiation) => employerName,
          href: ({ id }: Negotiation) => `/negotiations/${id}`,
        },
        { header: words.condition, text: ({ condition }: Negotiation) => ja.referral.condition[condition] },
        {
          header: words.fromTo,
          width: 'wide',
          text: ({ termsFrom, termsTo }: Negotiation) => `${termsFrom} → ${termsTo}`,
        },
        { header: words.negotiatedOn, text: ({ negotiatedOn }: Negotiation) => formatWareki(negotiatedOn) },
        {
          header: words.side,
          cell: ({ by }: Negotiation) => (by === null ? undefined : <SideMark side={by.side} short />),
        },
        { header: words.answer, text: ({ result }: Negotiation) => ja.referral.negotiationResult[result] },
      ]}
    />
  );
}
