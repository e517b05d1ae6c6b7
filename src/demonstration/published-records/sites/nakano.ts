import type { IsoDate } from '#kernel';
import { consult, spreadConsultations, type Client } from '../consultations.js';
import { beginSupport, meetTogether, type SupportRoute, type Supported } from '../journey.js';
import type { SiteFigures } from '../published-figure.js';
import type { Stage } from '../stage.js';
import { SHORTEST_SEARCH, consultOnly, searchAndPlace, searchOn, someDays, startDay } from '../stories.js';

const PROGRAMME = 'welfare-to-work';
const FEBRUARY: IsoDate = '2012-02-01';
const MARCH_END: IsoDate = '2012-03-30';
const APRIL: IsoDate = '2012-04-01';
/**
 * The desk refers people at once as well as by plan, so some of the placed never had a plan. In April: five of them, seven
 * whose plan was agreed before, and the rest of April's own.
 */
const IMMEDIATE_PLACED = { before: 7, april: 5 };
const PLACED_IN_APRIL_FROM_BEFORE = 7;
const IMMEDIATE_UNPLACED = { before: 12, april: 6 };

/** 中野: the rate of a period, whose numerator is not limited to the people of its denominator. */
export function nakano(stage: Stage, figures: SiteFigures): void {
  const { days } = stage;
  const before = figures.operands('NKN-4', FEBRUARY);
  const april = figures.operands('NKN-4', APRIL);
  const fiscal2011 = days.within(FEBRUARY, MARCH_END);
  const soonEnough = fiscal2011.filter((day) => days.between(day, MARCH_END) >= SHORTEST_SEARCH);

  const quick = before.numerator - IMMEDIATE_PLACED.before;
  const placedBefore = [
    ...people(stage, 'requested', soonEnough, quick),
    ...people(stage, 'immediate', soonEnough, IMMEDIATE_PLACED.before),
  ].map((person) => searchAndPlace(stage, person, startDay(stage, person.firstDay, MARCH_END)));
  const slow = people(stage, 'requested', fiscal2011, before.denominator - quick).map((person, index) =>
    index < PLACED_IN_APRIL_FROM_BEFORE ? placeInApril(stage, person) : searchOn(stage, person),
  );
  const stillLooking = people(stage, 'immediate', fiscal2011, IMMEDIATE_UNPLACED.before).map((person) =>
    searchOn(stage, person),
  );
  const clients = [...placedBefore, ...slow, ...stillLooking];

  for (const { from, to, number } of figures.series('NKN-3'))
    holdTheMonth(stage, clients, days.within(from, to), number);
  inApril(stage, figures, clients, april.numerator - PLACED_IN_APRIL_FROM_BEFORE - IMMEDIATE_PLACED.april);
}

function inApril(stage: Stage, figures: SiteFigures, earlier: readonly Supported[], ownPlaced: number): void {
  const days = stage.days.within(APRIL, stage.days.last);
  const early = days.slice(0, Math.floor(days.length / 2));
  const planned = people(stage, 'requested', early, figures.number('NKN-1', APRIL)).map((person, index) =>
    index < ownPlaced ? placeInApril(stage, person) : searchOn(stage, person),
  );
  const immediate = [
    ...people(stage, 'immediate', early, IMMEDIATE_PLACED.april).map((person) => placeInApril(stage, person)),
    ...people(stage, 'immediate', days, IMMEDIATE_UNPLACED.april).map((person) => searchOn(stage, person)),
  ];
  holdTheMonth(stage, [...earlier, ...planned, ...immediate], days, figures.number('NKN-2', APRIL));
}

function placeInApril(stage: Stage, person: Supported): Supported {
  const [firstOfApril] = stage.days.within(APRIL, stage.days.last);
  const earliest = firstOfApril === undefined || person.firstDay > firstOfApril ? person.firstDay : firstOfApril;
  return searchAndPlace(stage, person, startDay(stage, earliest, stage.days.last));
}

function people(stage: Stage, road: SupportRoute, days: readonly IsoDate[], count: number): Supported[] {
  return someDays(stage, days, count).map((day) => {
    const supported = beginSupport(stage, {
      route: road,
      programme: PROGRAMME,
      day,
      notBefore: FEBRUARY,
      groups: [someGroup(stage)],
    });
    if (road === 'immediate') consult(stage, supported, day);
    else meetTogether(stage, supported);
    return supported;
  });
}

function someGroup(stage: Stage): string {
  return stage.random.pick([
    'livelihood_protection',
    'livelihood_protection',
    'livelihood_protection',
    'housing_allowance',
    'child_rearing_allowance',
    'disabled',
  ]);
}

/** Exactly so many consultations in a month, those of the first meetings included. */
function holdTheMonth(stage: Stage, clients: readonly Supported[], days: readonly IsoDate[], total: number): void {
  const [first, last] = [days[0], days[days.length - 1]];
  if (first === undefined || last === undefined) return;
  const firstMeetings = clients.filter(({ firstDay }) => firstDay >= first && firstDay <= last).length;
  const only: Client[] = someDays(stage, days, Math.floor(total / 8)).map((day) =>
    consultOnly(stage, day, last, [someGroup(stage)]),
  );
  const afterFirstMeeting = clients.map((client) => ({ ...client, firstDay: stage.days.shift(client.firstDay, 1) }));
  spreadConsultations(stage, [...afterFirstMeeting, ...only], days, total - firstMeetings - only.length);
  // Somebody outside the target groups; the table does not count the consultation.
  for (const day of someDays(stage, days, 2)) consultOnly(stage, day, last, []);
}
