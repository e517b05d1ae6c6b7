import type { IsoDate } from '#kernel';
import { spreadConsultations } from '../consultations.js';
import { DAYS_TO_PLACEMENT, place, searchUnsuccessfully, settle } from '../job-search.js';
import { beginSupport, closeCase, meetTogether, type Beginning, type Supported } from '../journey.js';
import type { SiteFigures } from '../published-figure.js';
import type { Stage } from '../stage.js';
import { SHORTEST_SEARCH, searchAndPlace, searchOn, someDays, startDay } from '../stories.js';

const JULY: IsoDate = '2011-07-01';
const APRIL: IsoDate = '2012-04-01';
/** Last open day of the fiscal year: whoever is not carried over is closed by then. */
const YEAR_END: IsoDate = '2012-03-30';

type Groups = readonly string[];

/** A programme with the printed line of its rate, and how many of April's people were under support before. */
interface Block {
  readonly kpi: string;
  readonly programme: string;
  readonly groups: (stage: Stage) => Groups;
  readonly carried: { readonly people: number; readonly placedInApril: number };
  readonly like: (stage: Stage) => Partial<Beginning>;
}

const BLOCKS: readonly Block[] = [
  {
    kpi: 'SOJ-A2',
    programme: 'welfare',
    groups: (stage) => [welfareGroup(stage)],
    carried: { people: 6, placedInApril: 5 },
    like: () => ({ municipal: 'soj-m1' }),
  },
  {
    kpi: 'SOJ-B2',
    programme: 'disability',
    groups: () => ['disabled'],
    carried: { people: 5, placedInApril: 5 },
    like: ({ random }) =>
      random.percent(40)
        ? { municipal: 'soj-m3', national: 'soj-n4', desk: 'thousand', channel: 'circuit' }
        : { municipal: 'soj-m3', ...(random.percent(20) ? { kind: 'mental' } : {}) },
  },
  {
    kpi: 'SOJ-C2',
    programme: 'nikkei',
    groups: () => ['nikkei'],
    carried: { people: 3, placedInApril: 1 },
    like: () => ({ municipal: 'soj-m2', interpreterLanguage: 'ポルトガル語' }),
  },
];

/** People of the welfare block who are also 障がい者: both blocks count them. */
const IN_BOTH = { people: 4, placed: 2 };
const MORE_CONSULTATIONS_PER_PERSON = 1;
/** Nobody searched longer than about two months. */
const LONGEST_SEARCH = 45;

/** 総社: rates on the people under support, a few of whom April shares with the year before. */
export function soja(stage: Stage, figures: SiteFigures): void {
  const clients = BLOCKS.flatMap((block) => [...yearOf(stage, block, figures), ...aprilOf(stage, block, figures)]);
  const afterPlan = clients.map((client) => ({ ...client, firstDay: stage.days.shift(client.firstDay, 1) }));
  const days = stage.days.within(JULY, stage.days.last);
  spreadConsultations(stage, afterPlan, days, clients.length * MORE_CONSULTATIONS_PER_PERSON);
}

function yearOf(stage: Stage, block: Block, figures: SiteFigures): Supported[] {
  const { days } = stage;
  const year = figures.operands(block.kpi, JULY);
  const shared = sharedBy(block);
  const placed = year.numerator - shared.counted.placed;
  const people = year.denominator - shared.counted.people;
  const soonEnough = days
    .within(days.shift(JULY, 3), YEAR_END)
    .filter((day) => days.between(day, YEAR_END) >= SHORTEST_SEARCH + 3);
  const entries = stage.random.shuffle(someDays(stage, soonEnough, people - block.carried.people));
  const ended = entries.map((day, index) => {
    const groups =
      index < shared.led.placed || (index >= placed && index < placed + shared.led.people - shared.led.placed)
        ? [...block.groups(stage), 'disabled']
        : block.groups(stage);
    const person = begin(stage, block, day, JULY, groups);
    return index < placed ? placeBeforeYearEnd(stage, person) : endBeforeYearEnd(stage, person);
  });
  const carried = someDays(stage, days.within('2012-01-10', '2012-03-16'), block.carried.people).map((day, index) => {
    const person = begin(stage, block, day, JULY, block.groups(stage));
    return index < block.carried.placedInApril ? placeInApril(stage, person) : person;
  });
  return [...ended, ...carried];
}

/** The welfare block leads the cases of those in both; the disability block counts them without leading them. */
function sharedBy(block: Block): Record<'led' | 'counted', { readonly people: number; readonly placed: number }> {
  const none = { people: 0, placed: 0 };
  return {
    led: block.programme === 'welfare' ? IN_BOTH : none,
    counted: block.programme === 'disability' ? IN_BOTH : none,
  };
}

function aprilOf(stage: Stage, block: Block, figures: SiteFigures): Supported[] {
  const april = figures.operands(block.kpi, APRIL);
  const placed = april.numerator - block.carried.placedInApril;
  const days = stage.days.within(APRIL, stage.days.last);
  const [first = APRIL] = days;
  return someDays(stage, days.slice(3, 9), april.denominator - block.carried.people).map((day, index) => {
    const person = begin(stage, block, day, first, block.groups(stage));
    return index < placed
      ? searchAndPlace(stage, person, startDay(stage, day, stage.days.last))
      : searchOn(stage, person);
  });
}

function begin(stage: Stage, block: Block, day: IsoDate, notBefore: IsoDate, groups: Groups): Supported {
  const supported = beginSupport(stage, {
    route: 'planned',
    programme: block.programme,
    day,
    notBefore,
    groups,
    ...block.like(stage),
  });
  meetTogether(stage, supported);
  return supported;
}

function placeBeforeYearEnd(stage: Stage, person: Supported): Supported {
  const { days, random } = stage;
  const startsOn = startDay(stage, person.firstDay, days.shift(YEAR_END, -3), LONGEST_SEARCH);
  searchUnsuccessfully(stage, person, person.firstDay, days.shift(startsOn, -DAYS_TO_PLACEMENT), random.between(0, 2));
  place(stage, person, startsOn);
  const settledOn = days.shift(startsOn, random.between(3, 25));
  return settle(stage, person, startsOn, settledOn < YEAR_END ? settledOn : YEAR_END);
}

function endBeforeYearEnd(stage: Stage, person: Supported): Supported {
  const { days, random } = stage;
  const later = days.shift(person.firstDay, random.between(8, 110));
  const closesOn = later < YEAR_END ? later : YEAR_END;
  searchUnsuccessfully(stage, person, person.firstDay, closesOn, random.between(0, 2));
  return closeCase(stage, person, closesOn);
}

function placeInApril(stage: Stage, person: Supported): Supported {
  const [first = APRIL] = stage.days.within(APRIL, stage.days.last);
  return searchAndPlace(stage, person, startDay(stage, first, stage.days.last));
}

function welfareGroup({ random }: Stage): string {
  return random.pick([
    'livelihood_protection',
    'livelihood_protection',
    'child_rearing_allowance',
    'housing_allowance',
  ]);
}
