import { formatWareki } from '#kernel';
import { may, type Permission } from '#access';
import { placementState } from '#domain/placement';
import { type CaseStatus, type JobSearchRecord, recordingReasons } from '#domain/support-case';
import { ja } from '#messages';
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
      <Card title="就職">
        <Placements rows={placements} />
      </Card>
      <Card title="紹介">
        <Ladder attempts={attempts} empty="紹介の記録はまだありません。" />
      </Card>
      {offers.length === 0 ? null : (
        <Card title="採用">
          <Offers rows={offers} />
        </Card>
      )}
      <Card title="条件緩和の交渉">
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
          <ButtonLink text="紹介する" href={`${base}/referrals/new`} icon="letter" variant="primary" />
        ) : null}
        {offered('placement', 'placement.record_self_found') ? (
          <ButtonLink text="就職を記録する" href={`${base}/placements/new`} icon="placement" />
        ) : null}
        {offered('negotiation', 'negotiation.record') ? (
          <ButtonLink text="条件緩和の交渉" href={`${base}/negotiations/new`} icon="handover" />
        ) : null}
        {offered('offer', 'offer.record') ? (
          <ButtonLink text="紹介によらない採用" href={`${base}/offers/new`} icon="offer" variant="text" />
        ) : null}
        {status !== 'closed' && may(actor, 'job_order.write') ? (
          <ButtonLink text="この人のための求人" href={`${base}/job-orders/new`} icon="building" variant="text" />
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
      caption="就職"
      captionHidden
      rows={rows}
      empty="就職の記録はまだありません。"
      phone="cards"
      rowTone={({ reversedOn }) => (reversedOn === null ? undefined : 'muted')}
      columns={[
        {
          header: '就職先',
          rowHeader: true,
          text: ({ workplaceName }: Placement) => workplaceName,
          href: ({ id }: Placement) => `/placements/${id}`,
        },
        { header: '就職日', text: ({ startsOn }: Placement) => formatWareki(startsOn) },
        { header: '職種', text: ({ occupation }: Placement) => occupation },
        { header: '雇用形態', text: ({ employmentType }: Placement) => ja.codes.employmentType[employmentType] },
        {
          header: '経路',
          text: ({ route, attemptNo }: Placement) =>
            attemptNo === null
              ? ja.codes.placementRoute[route]
              : `${ja.codes.placementRoute[route]}（${attemptNo}件目）`,
        },
        { header: '状態', text: stateText },
      ]}
    />
  );
}

function Offers({ rows }: { rows: readonly Offer[] }): JSX.Element {
  return (
    <Table
      caption="採用"
      captionHidden
      rows={rows}
      empty=""
      phone="cards"
      columns={[
        {
          header: '事業所',
          rowHeader: true,
          text: ({ employerName }: Offer) => employerName,
          href: ({ id }: Offer) => `/offers/${id}`,
        },
        { header: '採用通知日', text: ({ receivedOn }: Offer) => formatWareki(receivedOn) },
        { header: '回答', text: ({ status }: Offer) => ja.codes.offerStatus[status] },
        { header: '回答の日', text: ({ decidedOn }: Offer) => (decidedOn === null ? null : formatWareki(decidedOn)) },
        { header: '辞退の理由', width: 'wide', text: ({ reason }: Offer) => reasonInWords(reason) },
      ]}
    />
  );
}

function Negotiations({ rows }: { rows: readonly Negotiation[] }): JSX.Element {
  return (
    <Table
      caption="条件緩和の交渉"
      captionHidden
      rows={rows}
      empty="交渉の記録はまだありません。"
      phone="cards"
      columns={[
        {
          header: '事業所',
          rowHeader: true,
          text: ({ employerName }: Negotiation) => employerName,
          href: ({ id }: Negotiation) => `/negotiations/${id}`,
        },
        { header: '条件', text: ({ condition }: Negotiation) => ja.referral.condition[condition] },
        {
          header: '何から何へ',
          width: 'wide',
          text: ({ termsFrom, termsTo }: Negotiation) => `${termsFrom} → ${termsTo}`,
        },
        { header: '交渉した日', text: ({ negotiatedOn }: Negotiation) => formatWareki(negotiatedOn) },
        { header: '側', cell: ({ by }: Negotiation) => (by === null ? undefined : <SideMark side={by.side} short />) },
        { header: '回答', text: ({ result }: Negotiation) => ja.referral.negotiationResult[result] },
      ]}
    />
  );
}
