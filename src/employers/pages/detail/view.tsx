import { type IsoDate, formatWareki } from '#kernel';
import { may } from '#access';
import { isOpenOn } from '#domain/employer';
import { fill, ja } from '#messages';
import { Badge, ButtonLink, Card, KeyValues, PageHeading, Stack, Table, TypedText } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { JobOrder } from '../../employers.repository.js';
import type { EmployerFile } from '../../employers.service.js';
import type { ReferredPeople, ReferredPerson } from '../../referred-people.js';

const employmentTypes: Readonly<Record<string, string>> = ja.codes.employmentType;
const outcomes: Readonly<Record<string, string>> = ja.codes.referralOutcome;

export function employerPage(page: PageContext, { employer, jobOrders, referred }: EmployerFile, today: IsoDate): Html {
  const { id, name, nameKana, industry, address, phone, contactPerson, note } = employer;
  const content = (
    <Stack>
      <PageHeading
        title={name}
        lead={nameKana}
        back={{ text: '事業所の一覧', href: '/employers' }}
        actions={may(page.actor, 'employer.write') ? <ButtonLink text="編集" href={`/employers/${id}/edit`} icon="note" /> : undefined}
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
        actions={may(page.actor, 'job_order.write') ? <ButtonLink text="求人を登録" href={`/employers/${id}/job-orders/new`} icon="plus" size="small" /> : undefined}
      >
        <Orders orders={jobOrders} today={today} editable={may(page.actor, 'job_order.write')} />
      </Card>
      <Card title="紹介した人">
        <Referred {...referred} />
      </Card>
    </Stack>
  );
  return renderPage(page, { title: name, width: 'wide', children: content });
}

function Orders({ orders, today, editable }: { orders: readonly JobOrder[]; today: IsoDate; editable: boolean }): JSX.Element {
  return (
    <Table
      caption="求人"
      captionHidden
      rows={orders}
      empty="求人の記録はまだありません。"
      phone="cards"
      rowTone={(order) => (isOpenOn(order, today) ? undefined : 'muted')}
      columns={[
        { header: '職種', rowHeader: true, text: ({ title }: JobOrder) => title, href: ({ id }: JobOrder) => (editable ? `/job-orders/${id}/edit` : undefined) },
        { header: '求人番号', width: 'narrow', text: ({ orderNumber }: JobOrder) => orderNumber },
        { header: '求人数', align: 'end', text: ({ positions }: JobOrder) => `${positions}人` },
        { header: '雇用形態', text: ({ employmentType }: JobOrder) => (employmentType === null ? null : employmentTypes[employmentType]) },
        { header: '条件', width: 'wide', text: ({ conditions }: JobOrder) => conditions },
        { header: '受理日', width: 'narrow', text: ({ receivedOn }: JobOrder) => formatWareki(receivedOn) },
        { header: '有効期限', width: 'narrow', text: ({ validUntil }: JobOrder) => (validUntil === null ? null : formatWareki(validUntil)) },
        { header: '対象', cell: (order: JobOrder) => <ForWhom order={order} /> },
      ]}
    />
  );
}

/** Everybody may know that an order is taken; for whom, those who may see the person. */
function ForWhom({ order: { forOnePerson, forJobseeker } }: { order: JobOrder }): JSX.Element {
  if (!forOnePerson) return '';
  return forJobseeker === null ? <Badge text="特定の求職者のための求人" /> : <Badge text={`${forJobseeker.name}さんのための求人`} tone="info" />;
}

function Referred({ people, withheld }: ReferredPeople): JSX.Element {
  return (
    <Stack>
      <Table
        caption="紹介した人"
        captionHidden
        rows={people}
        empty="閲覧できる紹介の記録はありません。"
        phone="cards"
        columns={[
          { header: '氏名', rowHeader: true, text: ({ name }: ReferredPerson) => name, href: ({ supportCaseId }: ReferredPerson) => `/cases/${supportCaseId}/referrals` },
          { header: '何件目', align: 'end', text: ({ attemptNo }: ReferredPerson) => `${attemptNo}件目` },
          { header: '打診した日', text: ({ askedOn }: ReferredPerson) => formatWareki(askedOn) },
          { header: '求人', text: ({ jobOrderTitle }: ReferredPerson) => jobOrderTitle },
          { header: '結果', text: ({ outcome }: ReferredPerson) => outcomes[outcome] },
        ]}
      />
      {withheld === 0 ? null : (
        <p class="muted" safe>
          {fill(ja.common.withheld, { count: withheld })}
        </p>
      )}
    </Stack>
  );
}
