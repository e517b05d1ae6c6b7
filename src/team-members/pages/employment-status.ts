import { formatWareki, type IsoDate } from '#kernel';
import { fill, ja } from '#messages';
import type { ManagedStaff } from '../staff.repository.js';

const words = ja.screens.teamMembers;

/** Whether and where somebody works, in a few words. */
export function employmentStatus(
  { employedUntil, atSite }: ManagedStaff,
  today: IsoDate,
): { text: string; gone: boolean } {
  if (employedUntil !== null && employedUntil <= today)
    return { text: fill(words.departed, { day: formatWareki(employedUntil) }), gone: true };
  if (atSite === null || (atSite.endsOn !== null && atSite.endsOn <= today))
    return { text: words.notAtSite, gone: true };
  if (atSite.startsOn > today)
    return { text: fill(words.beginsLater, { day: formatWareki(atSite.startsOn) }), gone: false };
  const end = [employedUntil, atSite.endsOn].filter((day) => day !== null).sort()[0];
  return {
    text: end === undefined ? words.employment : fill(words.employedUntil, { day: formatWareki(end) }),
    gone: false,
  };
}
