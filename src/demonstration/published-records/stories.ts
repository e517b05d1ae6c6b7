/** Turns that the stories of several sites share. */
import type { IsoDate } from '#kernel';
import { consult, type Client } from './consultations.js';
import { closeCase, type Supported } from './journey.js';
import { DAYS_TO_PLACEMENT, place, searchUnsuccessfully, settle } from './job-search.js';
import { registerPerson, type Stage } from './stage.js';

/** Open days that must lie between the first day of support and the first day of work. */
export const SHORTEST_SEARCH = DAYS_TO_PLACEMENT + 1;

/** A total in parts as even as whole numbers allow; what is left over goes to the last parts. */
export function shares(total: number, parts: number): number[] {
  const least = Math.floor(total / parts);
  const more = total - least * parts;
  return Array.from({ length: parts }, (_, part) => (part < parts - more ? least : least + 1));
}

/** So many days of a list, in order, a day several times if need be. */
export function someDays(stage: Stage, days: readonly IsoDate[], count: number): IsoDate[] {
  return Array.from({ length: count }, () => stage.random.pick(days)).sort();
}

/** A first day of work after `from`, at least {@link SHORTEST_SEARCH} later and not after `latest`. */
export function startDay(stage: Stage, from: IsoDate, latest: IsoDate, longest = 70): IsoDate {
  const room = stage.days.between(from, latest);
  if (room < SHORTEST_SEARCH) throw new Error(`no time from ${from} to ${latest} to be placed`);
  return stage.days.shift(from, stage.random.between(SHORTEST_SEARCH, Math.min(room, longest)));
}

/** The day so many open days later, or null when it is not told of any more. */
export function dayAfterOrNull(
  stage: Stage,
  day: IsoDate,
  count: number,
  latest: IsoDate = stage.days.last,
): IsoDate | null {
  return stage.days.between(day, latest) >= count ? stage.days.shift(day, count) : null;
}

/** Searches, with failures, and is placed; settled and closed later if there is time. */
export function searchAndPlace(
  stage: Stage,
  supported: Supported,
  startsOn: IsoDate,
  from: IsoDate = supported.firstDay,
): Supported {
  const { days, random } = stage;
  searchUnsuccessfully(stage, supported, from, days.shift(startsOn, -DAYS_TO_PLACEMENT), random.between(0, 3));
  place(stage, supported, startsOn);
  return settle(stage, supported, startsOn, dayAfterOrNull(stage, startsOn, random.between(10, 30)));
}

/** Searches without success; two of three cases end for another reason, the others go on. */
export function searchOn(stage: Stage, supported: Supported, from: IsoDate = supported.firstDay): Supported {
  const { random, days } = stage;
  const closesOn = random.percent(67) ? dayAfterOrNull(stage, from, random.between(20, 100)) : null;
  searchUnsuccessfully(stage, supported, from, closesOn ?? days.last, random.between(0, 2));
  return closesOn === null ? supported : closeCase(stage, supported, closesOn);
}

/** Somebody who comes to consult and for nothing else; the first consultation is told here. */
export function consultOnly(stage: Stage, on: IsoDate, lastDay: IsoDate, groups: readonly string[]): Client {
  const staff = stage.random.pick(stage.national);
  const person = registerPerson(stage, { on, by: staff, groups });
  const client: Client = { person, case: null, staff, firstDay: stage.days.shift(on, 1), lastDay };
  consult(stage, client, on);
  return client;
}
