/**
 * The reference meaning of a count, written to be read rather than to be fast: every fact is looked at, one rule after
 * the other. The database engine must agree with it on any history.
 */
import type { IsoDate } from '#kernel';
import type { CountDefinition, Counting, Filters, GroupMoment } from './definition.js';
import type { Fact, FactDate, GroupMembership } from './fact.js';
import type { Counted } from './figure.js';
import { overlap, type Window } from './window.js';

/**
 * Counts the facts of one site inside a window, as known on a day.
 * @param memberships who belonged to which target group when; needed by definitions that filter by group
 * @param asOf the day of knowledge (時点): nothing dated later counts, nothing undone by then counts
 */
export function countOver(
  definition: CountDefinition,
  facts: readonly Fact[],
  memberships: readonly GroupMembership[],
  window: Window,
  asOf: IsoDate,
): Counted {
  const seen = overlap(window, { from: window.from, to: asOf });
  const counted = seen === null ? [] : facts.filter((fact) => counts(definition, fact, memberships, seen, asOf));
  return {
    fact: definition.fact,
    value: valueOf(definition.counting, counted),
    factIds: counted.map((fact) => fact.id),
    personIds: personsOf(counted),
  };
}

/** The day by which a definition places a fact, or null when the fact lacks it. */
export function dateOf(fact: Fact, date: FactDate): IsoDate | null {
  switch (date) {
    case 'occurred_on':
      return fact.occurredOn;
    case 'drawn_up_on':
      return fact.drawnUpOn ?? null;
    case 'asked_on':
      return fact.askedOn ?? null;
    case 'decided_on':
      return fact.decidedOn ?? null;
    case 'starts_on':
      return fact.startsOn ?? null;
  }
}

/** @param seen the window up to the as-of date */
function counts(
  definition: CountDefinition,
  fact: Fact,
  memberships: readonly GroupMembership[],
  seen: Window,
  asOf: IsoDate,
): boolean {
  if (fact.fact !== definition.fact) return false;
  if (fact.withdrawnOn && fact.withdrawnOn <= asOf) return false;
  const days = daysCounted(definition, fact, seen);
  return (
    days !== null &&
    passes(definition.filters, fact) &&
    inGroups(definition.filters, fact, memberships, days, seen, asOf)
  );
}

/** The days of the window on which the fact counts: its day, or for people under support the common days; null outside. */
function daysCounted(definition: CountDefinition, fact: Fact, seen: Window): Window | null {
  if (definition.counting === 'people_under_support') {
    return fact.occurredOn === null ? null : overlap({ from: fact.occurredOn, to: fact.until ?? seen.to }, seen);
  }
  const day = dateOf(fact, definition.date);
  return day === null ? null : overlap({ from: day, to: day }, seen);
}

function passes(filters: Filters, fact: Fact): boolean {
  return (
    allows(filters.desks, [fact.desk]) &&
    allows(filters.programmes, [fact.programme]) &&
    allows(filters.routes, [fact.route]) &&
    allows(filters.kinds, [fact.kind]) &&
    allows(filters.channels, [fact.channel]) &&
    allows(filters.staffRoles, fact.staffRoles ?? []) &&
    allows(filters.staff, fact.staffIds ?? []) &&
    (!filters.teamSupportOnly || fact.teamSupport === true)
  );
}

/** No filter allows everything; a filter allows a fact that has one of its values. */
function allows(wanted: readonly string[] | undefined, values: readonly (string | null | undefined)[]): boolean {
  return wanted === undefined || values.some((value) => value != null && wanted.includes(value));
}

function inGroups(
  filters: Filters,
  fact: Fact,
  memberships: readonly GroupMembership[],
  days: Window,
  seen: Window,
  asOf: IsoDate,
): boolean {
  if (filters.targetGroups === undefined) return true;
  const { anyOf, moment } = filters.targetGroups;
  const asked = daysAsked(moment, days, seen, asOf);
  return memberships.some(
    (membership) =>
      membership.jobseekerId === fact.jobseekerId &&
      anyOf.includes(membership.group) &&
      // Ended on the day it began: a slip that was put right, which lasted no day.
      (membership.until === null || membership.until > membership.from) &&
      membership.from <= asked.to &&
      (membership.until === null || membership.until > asked.from),
  );
}

function daysAsked(moment: GroupMoment, days: Window, seen: Window, asOf: IsoDate): Window {
  switch (moment) {
    case 'fact_date':
      return days;
    case 'window_end':
      return { from: seen.to, to: seen.to };
    case 'ever':
      return { from: BEGINNING, to: asOf };
  }
}

/** Earlier than any membership. */
const BEGINNING: IsoDate = '0001-01-01';

function valueOf(counting: Counting, counted: readonly Fact[]): number {
  switch (counting) {
    case 'occurrences':
      return counted.length;
    case 'person_occurrences':
      return sum(counted.map((fact) => (fact.jobseekerId === null ? (fact.quantity ?? 0) : 1)));
    case 'distinct_persons':
      return personsOf(counted).length;
    case 'people_under_support':
      return personsOf(counted).length;
    case 'distinct_establishments':
      return distinct(counted.map((fact) => fact.establishmentId)).length;
    case 'quantity':
      return sum(counted.map((fact) => fact.quantity ?? 0));
  }
}

function personsOf(facts: readonly Fact[]): string[] {
  return distinct(facts.map((fact) => fact.jobseekerId));
}

function distinct(values: readonly (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value != null))];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
