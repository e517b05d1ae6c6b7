import { type IsoDate, formatWareki } from '#kernel';
import { may } from '#access';
import { isOpenOn } from '#domain/employer';
import { ja } from '#messages';
import { Badge, ButtonLink, Card, EmptyState, KeyValues, Ladder, PageHeading, Stack, Table, TypedText } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { JobOrder } from '../../employers.repository.js';
import type { EmployerFile } from '../../employers.service.js';
import { laddersByOrder, orderCounts, type OrderLadder } from './employer.presenter.js';

const employmentTypes: Readonly<Record<string, string>> = ja.codes.employmentType;

export function employerPage(page: PageContext, { employer, jobOrders, referred }: EmployerFile, today: IsoDate): Html {
  const { id, name, nameKana, industry, address, phone, contactPerson, note } = employer;
  const content = (
    <Stack>
      <PageHeading
        title={name}
        lead={nameKana}
        back={{ text: '事業所の一覧', href: '/employers' }}
        actions={
          may(page.actor, 'employer.write') ? (
            <ButtonLink text="編集" href={`/employers/${id}/edit`} icon="note" />
          ) : undefined
        }
      />
      <Card title="事業所">
        <KeyValues
          items={[
            { term: '産業', text: industry },
            { term: '所在地', text: address },
            { term: '電話番号', text: phone },
            { term: '担当者', text: contactPerson },
            { term: '備考', content: note === null ? undefined : <TypedText text={note} /> },
          ]}
        />
      </Card>
      <Card
        title="求人"
        actions={
          may(page.actor, 'job_order.write') ? (
            <ButtonLink text="求人を登録" href={`/employers/${id}/job-orders/new`} icon="plus" size="small" />
          ) : undefined
        }
      >
        <Stack>
          {jobOrders.length === 0 ? null : (
            <p class="muted" safe>
              {orderCounts(jobOrders, today)}
            </p>
          )}
          <Orders orders={jobOrders} today={today} editable={may(page.actor, 'job_order.write')} />
        </Stack>
      </Card>
      <Card title="求人から紹介・就職まで">
        <Referred ladders={laddersByOrder(jobOrders, referred)} />
      </Card>
    </Stack>
  );
  return renderPage(page, { title: name, width: 'wide', children: content });
}

function Orders({
  orders,
  today,
  editable,
}: {
  orders: readonly JobOrder[];
  today: IsoDate;
  editable: boolean;
}): JSX.Element {
  return (
    <Table
      caption="求人"
      captionHidden
      rows={orders}
      empty="求人の記録はまだありません。"
      phone="cards"
      rowTone={(order) => (isOpenOn(order, today) ? undefined : 'muted')}
      columns={[
        {
          header: '職種',
          rowHeader: true,
          text: ({ title }: JobOrder) => title,
          href: ({ id }: JobOrder) => (editable ? `/job-orders/${id}/edit` : undefined),
        },
        { header: '求人番号', width: 'narrow', text: ({ orderNumber }: JobOrder) => orderNumber },
        { header: '求人数', align: 'end', text: ({ positions }: JobOrder) => `${positions}人` },
        {
          header: '雇用形態',
          text: ({ employmentType }: JobOrder) => (employmentType === null ? null : employmentTypes[employmentType]),
        },
        { header: '条件', width: 'wide', text: ({ conditions }: JobOrder) => conditions },
        { header: '受理日', width: 'narrow', text: ({ receivedOn }: JobOrder) => formatWareki(receivedOn) },
        {
          header: '有効期限',
          width: 'narrow',
          text: ({ validUntil }: JobOrder) => (validUntil === null ? null : formatWareki(validUntil)),
        },
        { header: '対象', cell: (order: JobOrder) => <ForWhom order={order} /> },
      ]}
    />
  );
}

/** Everybody may know that an order is taken; for whom, those who may see the person. */
function ForWhom({ order: { forOnePerson, forJobseeker } }: { order: JobOrder }): JSX.Element {
  if (!forOnePerson) return '';
  return forJobseeker === null ? (
    <Badge text="特定の求職者のための求人" />
  ) : (
    <Badge text={`${forJobseeker.name}さんのための求人`} tone="info" />
  );
}

/** The same ladder as a person's, seen from the employer: of each order, who was referred and how far they came. */
function Referred({ ladders }: { ladders: readonly OrderLadder[] }): JSX.Element {
  return (
    <Stack>
      <p class="muted">{ja.employer.othersMayExist}</p>
      {ladders.length === 0 ? <EmptyState text="閲覧できる紹介の記録はありません。" /> : null}
      {ladders.map(({ title, counts, attempts }) => (
        <section>
          <h3 safe>{title}</h3>
          <p class="muted" safe>
            {counts}
          </p>
          <Ladder attempts={attempts} />
        </section>
      ))}
    </Stack>
  );
}
