import { fill } from '#messages';
import { Icon } from '../icons/icon.js';
import { words } from '../words.js';

/** How close a deadline is. */
export type ClockTone = 'far' | 'near' | 'over';

/** A deadline running on a case, for example the end of a housing benefit (住宅手当). */
export interface CaseClock {
  label: string;
  /** Days until the last day; 0 is the last day itself, negative is past. */
  daysLeft: number;
  /** From how many days on it counts as near. */
  nearWithin?: number | undefined;
}

export function clockTone({ daysLeft, nearWithin = 30 }: CaseClock): ClockTone {
  if (daysLeft < 0) return 'over';
  return daysLeft <= nearWithin ? 'near' : 'far';
}

/** The words of the clock: あと23日, 本日まで, 3日超過. */
export function clockText(daysLeft: number): string {
  if (daysLeft < 0) return fill(words.daysOver, { days: -daysLeft });
  return daysLeft === 0 ? words.lastDay : fill(words.daysLeft, { days: daysLeft });
}

/** 「住宅手当 あと23日」 */
export function ClockBadge(clock: CaseClock): JSX.Element {
  const tone = clockTone(clock);
  return (
    <span class={`clock clock-${tone}`}>
      <Icon name={tone === 'over' ? 'alert' : 'clock'} size={16} />
      <span safe>{clock.label}</span>
      <strong safe>{clockText(clock.daysLeft)}</strong>
    </span>
  );
}
