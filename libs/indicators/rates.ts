/** The three placement rates (就職率), told apart. See rate-style.ts. */
import { formatRate, halfUp, rate, type IsoDate } from '#kernel';
import { countOver, dateOf } from './count-over.js';
import type { RatioDefinition } from './definition.js';
import type { Fact, GroupMembership } from './fact.js';
import type { Counted, CountedNumber, RateFigure, RateNote } from './figure.js';
import { provisionalNotes } from './provisional.js';
import { waitsForSupport } from './rate-style.js';
import type { Window } from './window.js';

/** Evaluates a ratio over the facts of one site. Parameters as in {@link countOver}. */
export function rateOver(
  ratio: RatioDefinition,
  facts: readonly Fact[],
  memberships: readonly GroupMembership[],
  window: Window,
  asOf: IsoDate,
): RateFigure {
  const denominator = countOver(ratio.denominator, facts, memberships, window, asOf);
  const numerator =
    ratio.style === 'cohort'
      ? reachedByCohort(ratio, denominator, facts, memberships, asOf)
      : countOver(ratio.numerator, facts, memberships, window, asOf);
  const stillSupported = waitsForSupport(ratio.style) ? underSupport(denominator.personIds, facts, asOf) : 0;
  const outsideDenominator = outside(numerator.personIds, denominator.personIds);
  return rateFigure(ratio, numerator, denominator, {
    windowOver: window.to <= asOf,
    stillSupported,
    outsideDenominator,
  });
}

/** Assembles the figure from operands counted elsewhere, so that every engine prints and explains a rate the same way. */
export function rateFigure<Count extends CountedNumber>(
  ratio: Pick<RatioDefinition, 'style'>,
  numerator: Count,
  denominator: Count,
  known: { readonly windowOver: boolean; readonly stillSupported: number; readonly outsideDenominator: number },
): RateFigure<Count> {
  const percent = rate(numerator.value, denominator.value);
  const notes: RateNote[] = [];
  if (percent === null) notes.push({ code: 'denominator_zero' });
  if (percent !== null && percent > 100)
    notes.push({ code: 'above_100_explained', outsideDenominator: known.outsideDenominator });
  const provisional = provisionalNotes(known);
  notes.push(...provisional);
  return {
    state: 'rate',
    style: ratio.style,
    numerator,
    denominator,
    percent: percent === null ? null : halfUp(percent, 1),
    text: formatRate(percent),
    provisional: provisional.length > 0,
    notes,
  };
}

/** How many people of the numerator are not among those of the denominator. */
function outside(numerator: readonly string[], denominator: readonly string[]): number {
  const known = new Set(denominator);
  return numerator.filter((person) => !known.has(person)).length;
}

/**
 * Of the people of the denominator, those with a fact of the numerator from the day they entered the cohort to the as-of
 * date, whether or not the window has ended by then. Counts people: a second placement of one person adds nothing.
 */
function reachedByCohort(
  ratio: RatioDefinition,
  cohort: Counted,
  facts: readonly Fact[],
  memberships: readonly GroupMembership[],
  asOf: IsoDate,
): Counted {
  const reached = cohort.personIds.map((person) => {
    const entered = entryDay(ratio, cohort, facts, person);
    const own = facts.filter((fact) => fact.jobseekerId === person);
    return countOver(ratio.numerator, own, memberships, { from: entered, to: asOf }, asOf);
  });
  const personIds = reached.flatMap((counted) => counted.personIds);
  const factIds = reached.flatMap((counted) => counted.factIds);
  return { fact: ratio.numerator.fact, value: personIds.length, factIds, personIds };
}

/** The earliest counted day of the person's facts in the denominator. */
function entryDay(ratio: RatioDefinition, cohort: Counted, facts: readonly Fact[], person: string): IsoDate {
  const days = facts
    .filter((fact) => fact.fact === cohort.fact && fact.jobseekerId === person && cohort.factIds.includes(fact.id))
    .map((fact) => dateOf(fact, ratio.denominator.date))
    .filter((day) => day !== null);
  return days.reduce((earliest, day) => (day < earliest ? day : earliest));
}

/** How many of these people are under support on a day. */
function underSupport(people: readonly string[], facts: readonly Fact[], day: IsoDate): number {
  const supported = facts.filter(
    ({ fact, occurredOn, until }) =>
      fact === 'support' && occurredOn !== null && occurredOn <= day && (!until || until > day),
  );
  const ids = new Set(supported.map((fact) => fact.jobseekerId));
  return people.filter((person) => ids.has(person)).length;
}
