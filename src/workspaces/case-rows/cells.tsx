import { daysBetween, type IsoDate } from '#kernel';
import { fill, ja } from '#messages';
import { Badges, ClockBadge, Link, Person, ProtectedBadge } from '#ui';
import type { PersonColumns } from './case-row.sql.js';

const words = ja.caseload;

/** 「3日前」「今日」: how long ago something was. */
export function agoText(day: IsoDate, today: IsoDate): string {
  const days = daysBetween(day, today);
  if (days === 0) return words.today;
  return days > 0 ? fill(words.daysAgo, { days }) : fill(words.daysAhead, { days: -days });
}

export interface NameCellProps {
  readonly row: Pick<PersonColumns, 'name' | 'kana' | 'protected'>;
  readonly href: string;
  /** Record number behind the kana. */
  readonly number?: string | undefined;
}

/** Name, kana, and the mark of a protected record. */
export function NameCell({ row, href, number }: NameCellProps): JSX.Element {
  return (
    <>
      <Link href={href} text={row.name} /> {row.protected ? <ProtectedBadge /> : ''}
      <span class="cell-line muted" safe>
        {number === undefined ? row.kana : `${row.kana}　${number}`}
      </span>
    </>
  );
}

/** More groups than these would make the row taller than its person is worth to the eye; the summary names all. */
const GROUPS = 3;

/** Group badges and the benefit that ends next. */
export function GroupsCell({
  row: { groups, clock },
  today,
}: {
  row: Pick<PersonColumns, 'groups' | 'clock'>;
  today: IsoDate;
}): JSX.Element {
  if (groups.length === 0 && clock === null) return '';
  return (
    <div class="cell-marks">
      {clock === null ? '' : <ClockBadge label={clock.name} daysLeft={daysBetween(today, clock.endsOn)} />}
      <Badges texts={groups.slice(0, GROUPS)} />
      {groups.length > GROUPS ? (
        <span class="muted" safe>
          {fill(words.moreGroups, { count: groups.length - GROUPS })}
        </span>
      ) : (
        ''
      )}
    </div>
  );
}

/** When somebody last spoke with the person, about what, who and of which side. */
export function LastContactCell({
  row: { lastConsultation: last },
  today,
}: {
  row: Pick<PersonColumns, 'lastConsultation'>;
  today: IsoDate;
}): JSX.Element {
  if (last === null) return <span class="muted">{words.noContact}</span>;
  const kinds: Readonly<Record<string, string>> = ja.codes.consultationKind;
  return (
    <>
      <span safe>{`${agoText(last.heldOn, today)}　${kinds[last.kind] ?? ''}`}</span>
      <span class="cell-line">
        <Person name={last.by} side={last.side} />
      </span>
    </>
  );
}
