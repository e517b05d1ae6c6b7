import type { IsoDate } from '#kernel';
import { consult, consultTogether, spread, spreadConsultations } from '../consultations.js';
import {
  DAYS_TO_PLACEMENT,
  askUnsuccessfully,
  placeByReferral,
  placeOtherwise,
  referUnsuccessfully,
  settle,
} from '../job-search.js';
import { beginSupport, closeCase, type Supported } from '../journey.js';
import type { SiteFigures } from '../published-figure.js';
import type { Stage } from '../stage.js';
import { SHORTEST_SEARCH, dayAfterOrNull, someDays, startDay } from '../stories.js';

const DECEMBER: IsoDate = '2011-12-01';
const YEAR_END: IsoDate = '2012-03-30';
const APRIL: IsoDate = '2012-04-01';
/** People under support besides the placed: enough that about three letters each make the printed number. */
const UNPLACED = { before: 95, april: 22 };
/** People outside the target groups who found work themselves: at the desk, but not in the count of the placed. */
const OUTSIDE_GROUPS = 3;

/** A person with the days on which letters may be issued that come to nothing. */
interface Applicant {
  readonly client: Supported;
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
}

/** 川口: everybody is helped at the desk at once; many referrals, few placements. */
export function kawaguchi(stage: Stage, figures: SiteFigures): void {
  const { days } = stage;
  const before = days.within(DECEMBER, YEAR_END);
  const april = days.within(APRIL, days.last);
  const soonEnough = before.filter((day) => days.between(day, YEAR_END) >= SHORTEST_SEARCH);

  const referred = figures.number('KAW-2', DECEMBER);
  const placed = someDays(stage, soonEnough, figures.number('KAW-1', DECEMBER)).map((day, index) =>
    placedPerson(stage, day, YEAR_END, index < referred, [someGroup(stage)]),
  );
  const outside = someDays(stage, soonEnough, OUTSIDE_GROUPS).map((day) =>
    placedPerson(stage, day, YEAR_END, false, []),
  );
  const unplaced = someDays(stage, before, UNPLACED.before).map((day) => unplacedPerson(stage, day));
  const earlier = [...placed, ...outside, ...unplaced];
  holdConsultations(stage, earlier, before, figures.number('KAW-3', DECEMBER));
  issueLetters(stage, earlier, before, figures.number('KAW-4', DECEMBER) - referred);

  const inApril = figures.number('KAW-1', APRIL);
  const newlyPlaced = someDays(stage, april.slice(0, Math.floor(april.length / 2)), inApril).map((day, index) =>
    placedPerson(stage, day, days.last, index < figures.number('KAW-2', APRIL), [someGroup(stage)]),
  );
  const newcomers = [
    ...newlyPlaced,
    ...someDays(stage, april, UNPLACED.april).map((day) => unplacedPerson(stage, day)),
  ];
  holdConsultations(stage, [...earlier, ...newcomers], april, figures.number('KAW-3', APRIL));
  issueLetters(
    stage,
    [...earlier, ...newcomers],
    april,
    figures.number('KAW-4', APRIL) - figures.number('KAW-2', APRIL),
  );
}

/** Comes to the desk and is helped the same day. */
function newcomer(stage: Stage, day: IsoDate, groups: readonly string[]): Supported {
  const supported = beginSupport(stage, { route: 'immediate', programme: 'needy', day, notBefore: DECEMBER, groups });
  if (stage.random.percent(60)) consultTogether(stage, supported, day, supported.municipal);
  else consult(stage, supported, day);
  return supported;
}

function placedPerson(
  stage: Stage,
  day: IsoDate,
  latest: IsoDate,
  byReferral: boolean,
  groups: readonly string[],
): Applicant {
  const supported = newcomer(stage, day, groups);
  const startsOn = startDay(stage, day, latest, 35);
  if (byReferral) placeByReferral(stage, supported, startsOn);
  else placeOtherwise(stage, supported, startsOn, 'self_found');
  const client = settle(stage, supported, startsOn, dayAfterOrNull(stage, startsOn, stage.random.between(5, 20)));
  return { client, firstDay: day, lastDay: stage.days.shift(startsOn, -DAYS_TO_PLACEMENT - 1) };
}

function unplacedPerson(stage: Stage, day: IsoDate): Applicant {
  const { random } = stage;
  const supported = newcomer(stage, day, [someGroup(stage)]);
  const closesOn = random.percent(40) ? dayAfterOrNull(stage, day, random.between(25, 60)) : null;
  const client = closesOn === null ? supported : closeCase(stage, supported, closesOn);
  return { client, firstDay: day, lastDay: client.lastDay };
}

function holdConsultations(stage: Stage, people: readonly Applicant[], days: readonly IsoDate[], total: number): void {
  const begunHere = people.filter(({ client }) => days.includes(client.firstDay)).length;
  const later = people.map(({ client }) => ({ ...client, firstDay: stage.days.shift(client.firstDay, 1) }));
  spreadConsultations(stage, later, days, total - begunHere);
}

/** Letters that come to nothing; one still without an outcome when the story ends stays open. */
function issueLetters(stage: Stage, people: readonly Applicant[], days: readonly IsoDate[], total: number): void {
  for (const { who, day } of spread(stage, people, days, total)) {
    const outcomeOn = dayAfterOrNull(stage, day, stage.random.between(2, DAYS_TO_PLACEMENT));
    const latest = who.lastDay < stage.days.last ? who.lastDay : null;
    referUnsuccessfully(
      stage,
      who.client,
      day,
      latest !== null && (outcomeOn === null || outcomeOn > latest) ? latest : outcomeOn,
    );
    if (stage.random.percent(5)) askUnsuccessfully(stage, who.client, day);
  }
}

function someGroup({ random }: Stage): string {
  return random.pick(['livelihood_protection', 'livelihood_protection', 'housing_allowance', 'single_parent']);
}
