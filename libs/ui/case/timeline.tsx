import { formatBoth } from '#kernel';
import { Person } from '../badges/side-mark.js';
import { Icon, type IconName } from '../icons/icon.js';
import { EmptyState } from '../layout/notice.js';
import { Link } from '../text/link.js';
import type { Party } from '../text/types.js';
import { words } from '../words.js';

/** Something that happened on a case. */
export interface TimelineEntry {
  /** The day it happened (YYYY-MM-DD). */
  day: string;
  /** HH:MM; absent where only the day is known. */
  time?: string | undefined;
  who?: { name: string; side: Party } | undefined;
  icon: IconName;
  /** 相談, 紹介, 採用 … */
  kind: string;
  title: string;
  /** Text with its line breaks. */
  detail?: string | undefined;
  href?: string | undefined;
  /** A note of one's own organisation, not seen by the other side. */
  own?: boolean | undefined;
  tone?: 'plain' | 'success' | 'warning' | undefined;
}

export interface TimelineProps {
  /** In the order to be shown. */
  entries: readonly TimelineEntry[];
  empty?: string | undefined;
  headingLevel?: 2 | 3 | undefined;
}

/** What happened, day by day. */
export function Timeline({ entries, empty = words.noEntryYet, headingLevel = 3 }: TimelineProps): JSX.Element {
  if (entries.length === 0) return <EmptyState text={empty} />;
  return (
    <div class="timeline">
      {groupByDay(entries).map(({ day, entries: ofDay }) => (
        <section class="timeline-day">
          <tag of={`h${headingLevel}`} class="timeline-date">
            <time datetime={day} safe>
              {formatBoth(day)}
            </time>
          </tag>
          <ol>
            {ofDay.map((entry) => (
              <Entry {...entry} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** Neighbouring entries of one day together, the order kept. */
export function groupByDay(entries: readonly TimelineEntry[]): { day: string; entries: TimelineEntry[] }[] {
  const days: { day: string; entries: TimelineEntry[] }[] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    if (last?.day === entry.day) last.entries.push(entry);
    else days.push({ day: entry.day, entries: [entry] });
  }
  return days;
}

function Entry({
  time,
  who,
  icon,
  kind,
  title,
  detail,
  href,
  own = false,
  tone = 'plain',
}: TimelineEntry): JSX.Element {
  return (
    <li class={`timeline-entry timeline-${tone}`}>
      <span class="timeline-icon">
        <Icon name={icon} />
      </span>
      <div class="timeline-body">
        <p class="timeline-head">
          <span class="timeline-kind" safe>
            {kind}
          </span>
          {time === undefined ? null : (
            <span class="timeline-time" safe>
              {time}
            </span>
          )}
          {who === undefined ? null : <Person name={who.name} side={who.side} />}
          {own ? <span class="badge badge-neutral">{words.ownOrganisationOnly}</span> : null}
        </p>
        <p class="timeline-title">
          {href === undefined ? <span safe>{title}</span> : <Link href={href} text={title} />}
        </p>
        {detail === undefined || detail === '' ? null : (
          <p class="timeline-detail typed-text" safe>
            {detail}
          </p>
        )}
      </div>
    </li>
  );
}
