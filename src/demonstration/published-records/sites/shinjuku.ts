import type { IsoDate } from '#kernel';
import { consultTogether, spreadConsultations, type Client } from '../consultations.js';
import { placeByReferral, reverse } from '../job-search.js';
import { beginSupport, meetTogether, type Supported } from '../journey.js';
import type { SiteFigures } from '../published-figure.js';
import type { Stage } from '../stage.js';
import { consultOnly, searchAndPlace, searchOn, shares, someDays, startDay } from '../stories.js';

const PROGRAMME = 'welfare-to-work';
const FISCAL_2011: IsoDate = '2011-07-01';
const APRIL: IsoDate = '2012-04-01';
/** Of the placed, some lost the first job on its first day; of the others, some lost the only one. */
const PLACED_AGAIN = 3;
const REVERSED = 2;
const LONG_ENOUGH = 40;

/**
 * 新宿: 313 people with a plan, 191 of them placed by the end of April. Every plan is agreed in a meeting of both sides,
 * which is the team support of the table; the months' few other joint meetings are second ones.
 */
export function shinjuku(stage: Stage, figures: SiteFigures): void {
  const months = figures.series('SJK-3');
  const together = figures.series('SJK-4');
  const rate = figures.operands('SJK-5', FISCAL_2011);
  const secondMeetings = shares(sum(together.map(({ number }) => number)) - rate.denominator, months.length);

  const planned = months.map(({ from, to }, month) =>
    people(stage, stage.days.within(from, to), (together[month]?.number ?? 0) - (secondMeetings[month] ?? 0)),
  );
  const clients = followUp(stage, planned.flat(), rate.numerator);

  months.forEach(({ from, to, number }, month) => {
    const days = stage.days.within(from, to);
    const extra = secondMeetings[month] ?? 0;
    consultAgain(stage, planned[month] ?? [], clients, to, extra);
    addRemainingConsultations(stage, clients, days, number - (planned[month]?.length ?? 0) - extra);
  });
  april(stage, figures, clients);
}

function april(stage: Stage, figures: SiteFigures, earlier: readonly Supported[]): void {
  const { numerator, denominator } = figures.operands('SJK-5', APRIL);
  const days = stage.days.within(APRIL, stage.days.last);
  const planned = people(stage, days.slice(0, Math.ceil(days.length * 0.4)), denominator);
  const clients = planned.map((person, index) =>
    index < numerator
      ? searchAndPlace(stage, person, startDay(stage, person.firstDay, stage.days.last))
      : searchOn(stage, person),
  );
  addRemainingConsultations(stage, [...earlier, ...clients], days, figures.number('SJK-2', APRIL) - planned.length);
}

function people(stage: Stage, days: readonly IsoDate[], count: number): Supported[] {
  return someDays(stage, days, count).map((day) => {
    const groups = someGroups(stage);
    const supported = beginSupport(stage, {
      route: 'requested',
      programme: PROGRAMME,
      day,
      notBefore: stage.days.shift(FISCAL_2011, 0),
      groups,
    });
    meetTogether(stage, supported);
    // A housing allowance that runs out may be followed by livelihood protection: another group of the same programme.
    if (groups.includes('housing_allowance') && stage.random.percent(15)) {
      stage.diary.add({
        do: 'change_group',
        on: stage.days.shift(day, 15),
        by: supported.municipal,
        person: supported.person,
        leaves: 'housing_allowance',
        joins: 'livelihood_protection',
      });
    }
    return supported;
  });
}

function someGroups(stage: Stage): string[] {
  if (stage.random.percent(68)) return ['livelihood_protection'];
  if (stage.random.percent(60)) return ['housing_allowance'];
  return stage.random.percent(30) ? ['child_rearing_allowance', 'livelihood_protection'] : ['child_rearing_allowance'];
}

/** Says how it went on with each, `placed` of them placed. */
function followUp(stage: Stage, everybody: readonly Supported[], placed: number): Supported[] {
  const { days, random } = stage;
  const hasTime = ({ firstDay }: Supported) => days.between(firstDay, days.last) > LONG_ENOUGH;
  const inLuck = random.shuffle(everybody);
  const again = inLuck.slice(0, placed).filter(hasTime).slice(0, PLACED_AGAIN);
  const lost = inLuck.slice(placed).filter(hasTime).slice(0, REVERSED);
  return inLuck.map((person, index) => {
    const from = [...again, ...lost].includes(person) ? loseFirstJob(stage, person) : person.firstDay;
    return index < placed
      ? searchAndPlace(stage, person, startDay(stage, from, days.last), from)
      : searchOn(stage, person, from);
  });
}

/** Placed soon and the placement reversed the day after; returns the day the search goes on. */
function loseFirstJob(stage: Stage, person: Supported): IsoDate {
  const startsOn = stage.days.shift(person.firstDay, 7);
  const placement = placeByReferral(stage, person, startsOn);
  const reversedOn = stage.days.shift(startsOn, 1);
  reverse(stage, person, placement, reversedOn);
  return reversedOn;
}

/** Second meetings of both sides in a month, with people whose plan is of that month. */
function consultAgain(
  stage: Stage,
  planned: readonly Supported[],
  clients: readonly Supported[],
  monthEnd: IsoDate,
  count: number,
): void {
  const possible = planned
    .map((person) => clients.find((client) => client.case === person.case) ?? person)
    .map((client) => ({ client, on: stage.days.shift(client.firstDay, 3) }))
    .filter(({ client, on }) => on <= monthEnd && on <= client.lastDay);
  if (possible.length < count) throw new Error(`${stage.site}: nobody to meet again before ${monthEnd}`);
  for (const { client, on } of stage.random.shuffle(possible).slice(0, count))
    consultTogether(stage, client, on, client.municipal);
}

/** The month's consultations that are not team support: with people under support and with those who only consult. */
function addRemainingConsultations(
  stage: Stage,
  clients: readonly Supported[],
  days: readonly IsoDate[],
  total: number,
): void {
  const [first, last] = [days[0], days[days.length - 1]];
  if (first === undefined || last === undefined) return;
  const only: Client[] = someDays(stage, days, Math.floor(total / 12)).map((day) =>
    consultOnly(stage, day, last, someGroups(stage)),
  );
  const present = clients.filter(({ firstDay, lastDay }) => firstDay <= last && lastDay >= first);
  const afterFirstMeeting = present.map((client) => ({ ...client, firstDay: stage.days.shift(client.firstDay, 1) }));
  spreadConsultations(stage, [...afterFirstMeeting, ...only], days, total - only.length);
  // People outside the target groups come too; the table does not count them.
  for (const day of someDays(stage, days, 3)) consultOnly(stage, day, last, []);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
