import { benefitClock } from '#domain/jobseeker';
import { type IsoDate, formatWareki } from '#kernel';
import { ja } from '#messages';
import { ButtonLink, Card, ClockBadge, Link, Table } from '#ui';
import type { BenefitRecord, MembershipRecord } from '../../records/person-records.repository.js';
import { groupName } from '../person-words.js';

const words = ja.screens.jobseekers;

const until = (date: IsoDate | null): string => (date === null ? words.ongoing : formatWareki(date));

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
      title={words.targetGroups}
      actions={mayEdit ? <ButtonLink text={words.add} href={`${href}/groups/new`} variant="text" size="small" /> : null}
    >
      <Table
        caption={words.targetGroups}
        captionHidden
        dense
        phone="cards"
        rows={groups}
        empty={words.noRecord}
        columns={[
          { header: words.group, rowHeader: true, text: ({ groupCode }: MembershipRecord) => groupName(groupCode) },
          { header: words.memberFrom, text: ({ startsOn }: MembershipRecord) => formatWareki(startsOn) },
          { header: words.memberUntil, text: ({ endsOn }: MembershipRecord) => until(endsOn) },
          {
            header: words.act,
            cell: ({ id, endsOn, groupCode }: MembershipRecord) =>
              mayEdit && endsOn === null ? (
                <Link href={`${href}/groups/${id}/end`} text={words.end} context={groupName(groupCode)} />
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
      title={words.benefits}
      actions={
        mayEdit ? <ButtonLink text={words.add} href={`${href}/benefits/new`} variant="text" size="small" /> : null
      }
    >
      <Table
        caption={words.benefits}
        captionHidden
        dense
        phone="cards"
        rows={benefits}
        empty={words.noRecord}
        columns={[
          { header: words.nameOfBenefit, rowHeader: true, text: ({ name }: BenefitRecord) => name },
          { header: words.startsOn, text: ({ startsOn }: BenefitRecord) => formatWareki(startsOn) },
          { header: words.endsOn, text: ({ endsOn }: BenefitRecord) => until(endsOn) },
          { header: words.daysLeft, cell: (benefit: BenefitRecord) => <Remaining benefit={benefit} today={today} /> },
          { header: words.note, text: ({ note }: BenefitRecord) => note },
          {
            header: words.act,
            cell: ({ id, orgId, name }: BenefitRecord) =>
              mayEdit && orgId === own ? (
                <Link href={`${href}/benefits/${id}/end`} text={words.changeEnd} context={name} />
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
