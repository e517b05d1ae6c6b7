/** Reads what an indicator counts (`count`, `ratio`, `sum` or `manual`) from a plan file. */
import {
  COUNTINGS,
  GROUP_MOMENTS,
  type CountDefinition,
  type Filters,
  type IndicatorDefinition,
} from '../definition.js';
import { FACT_DATES, FACT_NAMES, type FactDate, type FactName } from '../fact.js';
import { RATE_STYLES } from '../rate-style.js';
import type { Place } from './place.js';

/** The codes a definition may use: those the file itself declares, and those of the trade where the caller hands them in. */
export interface KnownCodes {
  readonly desks: readonly string[];
  readonly programmes: readonly string[];
  readonly targetGroups: readonly string[];
  readonly staff: readonly string[];
  readonly routes?: readonly string[];
  readonly kinds?: readonly string[];
  readonly channels?: readonly string[];
  /** Sign-ins of the site: whoever a filter names must have one, or nothing would be counted. */
  readonly signIns?: readonly string[];
  /** Steps of a case that a programme may leave out. */
  readonly optionalSteps?: readonly string[];
}

export const DEFINITION_FIELDS = ['count', 'ratio', 'sum', 'manual'] as const;

/** @param indicator the place of the indicator, which holds exactly one of {@link DEFINITION_FIELDS} */
export function readDefinition(indicator: Place, codes: KnownCodes): IndicatorDefinition {
  const given = DEFINITION_FIELDS.filter((field) => indicator.at(field).exists);
  if (given.length !== 1) indicator.fail(given.length === 0 ? 'definition_missing' : 'several_definitions');
  switch (given[0]) {
    case 'ratio':
      return readRatio(indicator.at('ratio'), codes);
    case 'sum':
      return readSum(indicator.at('sum'), codes);
    case 'manual':
      return readManual(indicator.at('manual'));
    default:
      return given.length === 0 ? NOTHING : readCount(indicator.at('count'), codes);
  }
}

/** Stands in for a definition that is missing; the defect has been reported. */
const NOTHING: IndicatorDefinition = { type: 'sum', terms: [] };

function readCount(place: Place, codes: KnownCodes): CountDefinition {
  place.onlyFields(['fact', 'by', 'date', 'where']);
  const fact = place.at('fact').oneOf(FACT_NAMES);
  const counting = place.at('by').oneOf(COUNTINGS);
  const date = place.at('date').exists ? place.at('date').oneOf(FACT_DATES) : 'occurred_on';
  if (counting === 'people_under_support' && fact !== 'support') place.at('by').fail('counts_support_only');
  if (!DATES_OF[fact].includes(date)) place.at('date').fail('fact_has_no_such_date');
  return { type: 'count', fact, counting, date, filters: readFilters(place.at('where'), codes) };
}

const DATES_OF: Readonly<Record<FactName, readonly FactDate[]>> = {
  visit: ['occurred_on'],
  registration: ['occurred_on'],
  consultation: ['occurred_on'],
  support_request: ['occurred_on'],
  plan: ['occurred_on', 'drawn_up_on'],
  referral: ['occurred_on', 'asked_on'],
  offer: ['occurred_on'],
  placement: ['occurred_on', 'decided_on', 'starts_on'],
  support: ['occurred_on'],
};

function readFilters(place: Place, codes: KnownCodes): Filters {
  if (!place.exists) return {};
  place.onlyFields([
    'desks',
    'programmes',
    'groups',
    'groups_moment',
    'routes',
    'kinds',
    'channels',
    'team_support_only',
    'staff_roles',
    'staff',
  ]);
  const chosen = (field: string, known?: readonly string[]) => readCodes(place.at(field), known);
  const anyOf = chosen('groups', codes.targetGroups);
  if (anyOf === undefined && place.at('groups_moment').exists) place.at('groups_moment').fail('groups_missing');
  return withoutAbsent({
    desks: chosen('desks', codes.desks),
    programmes: chosen('programmes', codes.programmes),
    targetGroups: anyOf && { anyOf, moment: readMoment(place) },
    routes: chosen('routes', codes.routes),
    kinds: chosen('kinds', codes.kinds),
    channels: chosen('channels', codes.channels),
    teamSupportOnly: place.at('team_support_only').exists ? place.at('team_support_only').truth() : undefined,
    staffRoles: chosen('staff_roles'),
    staff: readStaff(place.at('staff'), codes),
  });
}

/** Staff as the file declares them. One without a sign-in is a slip of its own kind: the file is right and the site lacks somebody. */
function readStaff(place: Place, { staff, signIns }: KnownCodes): string[] | undefined {
  const chosen = readCodes(place, staff);
  if (signIns === undefined) return chosen;
  place.list((element) => {
    const code = element.peek();
    if (staff.includes(code) && !signIns.includes(code)) element.fail('staff_without_sign_in');
  });
  return chosen;
}

function readMoment(place: Place) {
  return place.at('groups_moment').exists ? place.at('groups_moment').oneOf(GROUP_MOMENTS) : 'fact_date';
}

/** A list of codes; an empty list would count nothing and is surely a slip. */
function readCodes(place: Place, known?: readonly string[]): string[] | undefined {
  if (!place.exists) return undefined;
  const codes = place.list((element) => element.knownCode(known));
  if (codes.length === 0) place.fail('empty_list');
  return codes;
}

function readRatio(place: Place, codes: KnownCodes): IndicatorDefinition {
  place.onlyFields(['style', 'numerator', 'denominator']);
  const style = place.at('style').oneOf(RATE_STYLES);
  const numerator = readCount(place.at('numerator'), codes);
  const denominator = readCount(place.at('denominator'), codes);
  if (style === 'cohort') {
    if (numerator.counting !== 'distinct_persons') place.at('numerator').at('by').fail('cohort_counts_persons');
    if (denominator.counting !== 'distinct_persons') place.at('denominator').at('by').fail('cohort_counts_persons');
  }
  if (style === 'on_supported' && denominator.counting !== 'people_under_support') {
    place.at('denominator').at('by').fail('denominator_is_not_people_under_support');
  }
  return { type: 'ratio', style, numerator, denominator };
}

function readSum(place: Place, codes: KnownCodes): IndicatorDefinition {
  const terms = place.list((term) => readCount(term, codes));
  if (terms.length === 0) place.fail('empty_list');
  return { type: 'sum', terms };
}

function readManual(place: Place): IndicatorDefinition {
  place.onlyFields(['source']);
  return { type: 'manual', source: place.at('source').text() };
}

/** Fields that were not given are left out, so that a definition equals itself after being written and read. */
function withoutAbsent(filters: { [Field in keyof Filters]: Filters[Field] | undefined }): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}
