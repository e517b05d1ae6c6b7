import type { IsoDate } from '#kernel';
import { consult, spreadConsultations, type Client } from '../consultations.js';
import { beginSupport, meetTogether, type Supported } from '../journey.js';
import type { SiteFigures } from '../published-figure.js';
import { registerPerson, type Stage } from '../stage.js';
import { SHORTEST_SEARCH, searchAndPlace, searchOn, someDays, startDay } from '../stories.js';

const NOVEMBER: IsoDate = '2011-11-09';
const YEAR_END: IsoDate = '2012-03-30';
const APRIL: IsoDate = '2012-04-01';
const YOUTH: { readonly groups: readonly string[]; readonly ages: readonly [number, number] } = {
  groups: ['youth'],
  ages: [18, 34],
};
/** Young people placed without team support: the team's rate must not count them. */
const OTHERS_PLACED = 6;
const CONSULTATIONS = { before: 200, april: 50 };

/** 青森: everybody registers; a few come under team support, which takes about two months. */
export function aomori(stage: Stage, figures: SiteFigures): void {
  const { days } = stage;
  const before = days.within(NOVEMBER, YEAR_END);
  const april = days.within(APRIL, days.last);
  const [firstOfApril = APRIL] = april;

  const placedBefore = figures.number('AOM-3', NOVEMBER, 'numerator');
  const placedInApril = figures.number('AOM-3', APRIL, 'numerator');
  const soonEnough = before.slice(3, -30);
  const teamBefore = team(stage, someDays(stage, soonEnough, figures.number('AOM-2', NOVEMBER)), NOVEMBER).map(
    (person, index) => {
      if (index < placedBefore) return searchAndPlace(stage, person, startDay(stage, person.firstDay, YEAR_END, 45));
      if (index < placedBefore + placedInApril)
        return searchAndPlace(stage, person, startDay(stage, firstOfApril, days.last));
      return person;
    },
  );
  const teamInApril = team(stage, someDays(stage, april.slice(3), figures.number('AOM-2', APRIL)), firstOfApril).map(
    (person) => searchOn(stage, person),
  );
  others(
    stage,
    before.filter((day) => days.between(day, YEAR_END) >= SHORTEST_SEARCH),
  );

  const registeredBefore = register(
    stage,
    before,
    figures.number('AOM-1', NOVEMBER) - teamBefore.length - OTHERS_PLACED,
  );
  const registeredInApril = register(stage, april, figures.number('AOM-1', APRIL) - teamInApril.length);
  spreadConsultations(stage, [...teamBefore, ...registeredBefore], before, CONSULTATIONS.before);
  spreadConsultations(
    stage,
    [...teamBefore, ...teamInApril, ...registeredBefore, ...registeredInApril],
    april,
    CONSULTATIONS.april,
  );
}

function team(stage: Stage, planDays: readonly IsoDate[], notBefore: IsoDate): Supported[] {
  return planDays.map((day) => {
    const supported = beginSupport(stage, { route: 'planned', programme: 'team-support', day, notBefore, ...YOUTH });
    meetTogether(stage, supported);
    return { ...supported, firstDay: day };
  });
}

function others(stage: Stage, days: readonly IsoDate[]): void {
  for (const day of someDays(stage, days, OTHERS_PLACED)) {
    const supported = beginSupport(stage, {
      route: 'immediate',
      programme: 'registration',
      day,
      notBefore: NOVEMBER,
      ...YOUTH,
    });
    consult(stage, supported, day);
    searchAndPlace(stage, supported, startDay(stage, day, YEAR_END));
  }
}

/** Registered by whichever side they came to; they consult with the one who registered them. */
function register(stage: Stage, days: readonly IsoDate[], count: number): Client[] {
  return someDays(stage, days, count).map((on) => {
    const staff = stage.random.pick([...stage.municipal, ...stage.national]);
    const person = registerPerson(stage, { on, by: staff, ...YOUTH });
    return { person, case: null, staff, kind: 'career', firstDay: on, lastDay: stage.days.shift(on, 40) };
  });
}
