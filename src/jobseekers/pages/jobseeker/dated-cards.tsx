import { benefitClock } from '#domain/jobseeker';
import { type IsoDate, formatWareki } from '#kernel';
import { ButtonLink, Card, ClockBadge, Link, Table } from '#ui';
import type { BenefitRecord, MembershipRecord } from '../../records/person-records.repository.js';
import { groupName } from '../person-words.js';

const until = (date: IsoDate | null): string => (date === null ? '継続中' : formatWareki(date));

export function GroupsCard({
  href,
  groups,
  mayEdit,
}: {
  href: string;
  groups: readonly MembershipRecord[];
  mayEdit: boolean;
}): JSX.Element {
  return (
    <Card
      title="対象者区分"
      actions={mayEdit ? <ButtonLink text="追加" href={`${href}/groups/new`} variant="text" size="small" /> : null}
    >
      <Table
        caption="対象者区分"
        captionHidden
        dense
        phone="cards"
        rows={groups}
        empty="記録はありません。"
        columns={[
          { header: '区分', rowHeader: true, text: ({ groupCode }: MembershipRecord) => groupName(groupCode) },
          { header: '該当した日', text: ({ startsOn }: MembershipRecord) => formatWareki(startsOn) },
          { header: '該当しなくなった日', text: ({ endsOn }: MembershipRecord) => until(endsOn) },
          {
            header: '操作',
            cell: ({ id, endsOn, groupCode }: MembershipRecord) =>
              mayEdit && endsOn === null ? (
                <Link href={`${href}/groups/${id}/end`} text="終了" context={groupName(groupCode)} />
              ) : (
                ''
              ),
          },
        ]}
      />
    </Card>
  );
}

interface BenefitsCardProps {
  readonly href: string;
  readonly benefits: readonly BenefitRecord[];
  readonly today: IsoDate;
  /** The viewer's organisation: only its own records can be changed. */
  readonly own: number;
  readonly mayEdit: boolean;
}

export function BenefitsCard({ href, benefits, today, own, mayEdit }: BenefitsCardProps): JSX.Element {
  return (
    <Card
      title="給付・手当"
      actions={mayEdit ? <ButtonLink text="追加" href={`${href}/benefits/new`} variant="text" size="small" /> : null}
    >
      <Table
        caption="給付・手当"
        captionHidden
        dense
        phone="cards"
        rows={benefits}
        empty="記録はありません。"
        columns={[
          { header: '名称', rowHeader: true, text: ({ name }: BenefitRecord) => name },
          { header: '開始日', text: ({ startsOn }: BenefitRecord) => formatWareki(startsOn) },
          { header: '終了日', text: ({ endsOn }: BenefitRecord) => until(endsOn) },
          { header: '残り', cell: (benefit: BenefitRecord) => <Remaining benefit={benefit} today={today} /> },
          { header: '備考', text: ({ note }: BenefitRecord) => note },
          {
            header: '操作',
            cell: ({ id, orgId, name }: BenefitRecord) =>
              mayEdit && orgId === own ? (
                <Link href={`${href}/benefits/${id}/end`} text="終了日の変更" context={name} />
              ) : (
                ''
              ),
          },
        ]}
      />
    </Card>
  );
}

function Remaining({ benefit, today }: { benefit: BenefitRecord; today: IsoDate }): JSX.Element {
  const clock = benefitClock(benefit, today);
  return clock === null ? '' : <ClockBadge label="" daysLeft={clock.daysLeft} />;
}
