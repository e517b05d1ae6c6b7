import type { CountDefinition, Filters, IndicatorDefinition } from './definition.js';

/**
 * Whether one indicator is by its definition a part of another (うち): the same facts counted the same way, filtered at
 * least as narrowly. Then its value can never exceed the whole.
 */
export function isPartOf(part: IndicatorDefinition, whole: IndicatorDefinition): boolean {
  if (part.type !== 'count' || whole.type !== 'count') return false;
  return sameCount(part, whole) && narrower(part.filters, whole.filters);
}

function sameCount(part: CountDefinition, whole: CountDefinition): boolean {
  return part.fact === whole.fact && part.counting === whole.counting && part.date === whole.date;
}

const LISTS = ['desks', 'programmes', 'routes', 'kinds', 'channels', 'staffRoles', 'staff'] as const;

function narrower(part: Filters, whole: Filters): boolean {
  return (
    LISTS.every((list) => within(part[list], whole[list])) &&
    within(part.targetGroups?.anyOf, whole.targetGroups?.anyOf) &&
    (whole.targetGroups === undefined || part.targetGroups?.moment === whole.targetGroups.moment) &&
    (whole.teamSupportOnly !== true || part.teamSupportOnly === true)
  );
}

function within(part: readonly string[] | undefined, whole: readonly string[] | undefined): boolean {
  return whole === undefined || (part !== undefined && part.every((code) => whole.includes(code)));
}
