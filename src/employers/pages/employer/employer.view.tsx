import { type IsoDate, formatWareki } from '#kernel';
import { may } from '#access';
import { isOpenOn } from '#domain/employer';
import { fill, ja } from '#messages';
import { Badge, ButtonLink, Card, EmptyState, KeyValues, Ladder, PageHeading, Stack, Table, TypedText } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { JobOrder } from '../../employers.repository.js';
import type { EmployerFile } from '../../employers.service.js';
import { laddersByOrder, orderCounts, type OrderLadder } from './employer.presenter.js';

const words = ja.screens.employers;

const employmentTypes: Readonly<Record<string, string>> = ja.codes.employmentType;

export function employerPage(page: PageContext, { employer, jobOrders, referred }: EmployerFile, today: IsoDate): Html {
  const { id, name, nameKana, industry, address, phone, contactPerson, note } = employer;
  const content = (
    <Stack>
      <PageHeading
        title={name}
        lead={nameKana}
        back={{ text: words.employersList, href: '/employers' }}
        actions={
          may(page.actor, 'employer.write') ? (
            <ButtonLink text={words.edit} href={`/employers/${id}/edit`} icon="note" />
          ) : undefined
        }
      />
      <Card title={words.employer}>
        <KeyValues
          items={[
            { term: words.industry, text: industry },
            { term: words.address, text: address },
            { term: words.phone, text: phone },
            { term: words.contactPerson, text: contactPerson },
            { term: words.note, content: note === null ? undefined : <TypedText text={note} /> },
          ]}
        />
      </Card>
      <Card
        title={words.jobOrders}
        actions={
          may(page.actor, 'job_order.write') ? (
            <ButtonLink
              text={words.registerJobOrder}
              href={`/employers/${id}/job-orders/new`}
              icon="plus"
              size="small"
            />
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
      <Card title={words.fromOrderToPlacement}>
        <Referred ladders={laddersByOrder(jobOrders, referred, today)} />
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
      caption={words.jobOrders}
      captionHidden
      rows={orders}
      empty={words.noJobOrderYet}
      phone="cards"
      rowTone={(order) => (isOpenOn(order, today) ? undefined : 'muted')}
      columns={[
        {
          header: words.occupation,
          rowHeader: true,
          text: ({ title }: JobOrder) => title,
          href: ({ id }: JobOrder) => (editable ? `/job-orders/${id}/edit` : undefined),
        },
        { header: words.jobOrderNumber, width: 'narrow', text: ({ orderNumber }: JobOrder) => orderNumber },
        {
          header: words.positions,
          align: 'end',
          text: ({ positions }: JobOrder) => fill(words.positionsCount, { count: positions }),
        },
        {
          header: words.employmentType,
          text: ({ employmentType }: JobOrder) => (employmentType === null ? null : employmentTypes[employmentType]),
        },
        { header: words.conditions, width: 'wide', text: ({ conditions }: JobOrder) => conditions },
        { header: words.receivedOn, width: 'narrow', text: ({ receivedOn }: JobOrder) => formatWareki(receivedOn) },
        {
          header: words.validUntil,
          width: 'narrow',
          text: ({ validUntil }: JobOrder) => (validUntil === null ? null : formatWareki(validUntil)),
        },
        { header: words.intendedFor, cell: (order: JobOrder) => <ForWhom order={order} /> },
      ]}
    />
  );
}

/** Everybody may know that an order is taken; for whom, those who may see the person. */
function ForWhom({ order: { forOnePerson, forJobseeker } }: { order: JobOrder }): JSX.Element {
  if (!forOnePerson) return '';
  return forJobseeker === null ? (
    <Badge text={words.forOneJobseeker} />
  ) : (
    <Badge text={fill(words.forPerson, { name: forJobseeker.name })} tone="info" />
  );
}

/** The same ladder as a person's, seen from the employer: of each order, who was referred and how far they came. */
function Referred({ ladders }: { ladders: readonly OrderLadder[] }): JSX.Element {
  return (
    <Stack>
      <p class="muted">{ja.employer.othersMayExist}</p>
      {ladders.length === 0 ? <EmptyState text={words.noReferralInSight} /> : null}
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
