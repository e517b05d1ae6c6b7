import { formatWareki, type IsoDate } from '#kernel';
import type { ManagedStaff } from '../staff.repository.js';

/** Whether and where somebody works, in a few words. */
export function standingOf({ employedUntil, atSite }: ManagedStaff, today: IsoDate): { text: string; gone: boolean } {
  if (employedUntil !== null && employedUntil <= today)
    return { text: `${formatWareki(employedUntil)} 離任`, gone: true };
  if (atSite === null || (atSite.endsOn !== null && atSite.endsOn <= today))
    return { text: 'この拠点では働いていません', gone: true };
  if (atSite.startsOn > today) return { text: `${formatWareki(atSite.startsOn)} 開始予定`, gone: false };
  const end = [employedUntil, atSite.endsOn].filter((day) => day !== null).sort()[0];
  return { text: end === undefined ? '在任' : `在任（${formatWareki(end)} まで）`, gone: false };
}
