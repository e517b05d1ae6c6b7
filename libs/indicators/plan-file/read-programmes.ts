import { isRecordMonth, monthOf, type YearMonth } from '#kernel';
import { DEFINITION_FIELDS, readDefinition, type KnownCodes } from './read-definition.js';
import { Place } from './place.js';
import { isPartOf } from '../sub-count.js';
import type { Target } from '../target.js';
import { WEEKS_PER_MONTH, type Window } from '../window.js';
import type { PlanIndicator, PlanProgramme, PlanSetting } from '../yearly-plan.js';

/** What the rest of the file has declared. */
interface Declared extends Omit<KnownCodes, 'programmes'> {
  readonly footnotes: readonly string[];
  readonly window: Window;
}

interface Context extends KnownCodes, Declared {}

/** Reads the programmes of a plan file with their indicators and targets. */
export function readProgrammes(place: Place, declared: Declared): PlanProgramme[] {
  const context: Context = { ...declared, programmes: place.list((programme) => programme.at('code').peek()) };
  const programmes = place.list((programme) => readProgramme(programme, context));
  const indicators = programmes.flatMap((programme) => programme.indicators);
  const places = place.list((programme) => programme.at('indicators').list((indicator) => indicator)).flat();
  Place.uniqueCodes(place.list((programme) => programme));
  // Over the whole plan: a figure is asked for by the code of its indicator alone.
  Place.uniqueCodes(places);
  checkParts(indicators, places);
  return programmes;
}

function readProgramme(place: Place, context: Context): PlanProgramme {
  place.onlyFields(['code', 'name', 'target_groups', 'optional_steps', 'indicators']);
  const steps = place.at('optional_steps');
  const optionalSteps = steps.list((step) => step.knownCode(context.optionalSteps));
  return {
    code: place.at('code').text(),
    name: place.at('name').text(),
    targetGroups: place.at('target_groups').list((group) => group.knownCode(context.targetGroups)),
    ...(steps.exists ? { optionalSteps } : {}),
    indicators: place.at('indicators').list((indicator) => readIndicator(indicator, context)),
  };
}

function readIndicator(place: Place, context: Context): PlanIndicator {
  place.onlyFields([
    'code',
    'name',
    'unit',
    'version',
    ...DEFINITION_FIELDS,
    'part_of',
    'targets',
    'settings',
    'footnotes',
  ]);
  const subCountOf = place.at('part_of').optionalText();
  const definition = readDefinition(place, context);
  const targets = place.at('targets').list((target) => readTarget(target, context.window));
  if (definition.type !== 'ratio' && targets.some(({ type }) => type === 'rate'))
    place.at('targets').fail('rate_target_without_rate');
  return {
    code: place.at('code').text(),
    name: place.at('name').text(),
    unit: place.at('unit').text(),
    version: place.at('version').exists ? place.at('version').wholeNumber(1) : 1,
    definition,
    targets,
    ...(subCountOf === undefined ? {} : { subCountOf }),
    settings: place.at('settings').list(readSetting),
    footnotes: place.at('footnotes').list((footnote) => footnote.knownCode(context.footnotes)),
  };
}

const SETTING_TOPICS: readonly PlanSetting['about'][] = [
  'counting',
  'date',
  'target_groups',
  'rate_style',
  'window',
  'other',
];

function readSetting(place: Place): PlanSetting {
  place.onlyFields(['about', 'note']);
  return { about: place.at('about').oneOf(SETTING_TOPICS), note: place.at('note').text() };
}

const TARGET_TYPES = ['per_year', 'per_month', 'per_week', 'profile', 'rate'] as const;

/** Stands in for a target that is missing; the defect has been reported. */
const NO_TARGET: Target = { type: 'per_year', value: 0 };

function readTarget(place: Place, window: Window): Target {
  place.onlyFields([...TARGET_TYPES, 'weeks_per_month']);
  const given = TARGET_TYPES.filter((type) => place.at(type).exists);
  const [type] = given;
  if (type === undefined) {
    place.fail('target_missing');
    return NO_TARGET;
  }
  if (given.length > 1) place.fail('several_targets');
  if (type !== 'per_week' && place.at('weeks_per_month').exists) place.at('weeks_per_month').fail('unknown_field');
  switch (type) {
    case 'per_year':
      return { type, value: place.at(type).number() };
    case 'per_month':
      return { type, value: place.at(type).number() };
    case 'per_week': {
      const weeks = place.at('weeks_per_month');
      return {
        type,
        value: place.at(type).number(),
        weeksPerMonth: weeks.exists ? weeks.wholeNumber(1) : WEEKS_PER_MONTH,
      };
    }
    case 'profile':
      return { type, months: readProfile(place.at(type), window) };
    case 'rate':
      return { type, percent: place.at(type).number() };
  }
}

function readProfile(place: Place, window: Window): Record<YearMonth, number> {
  const months = place.keys();
  if (months.length === 0) place.fail('not_a_map');
  for (const month of months) {
    if (!isRecordMonth(month)) place.at(month).fail('not_a_month');
    else if (month < monthOf(window.from) || month > monthOf(window.to)) place.at(month).fail('month_outside_window');
  }
  return Object.fromEntries(months.map((month) => [month, place.at(month).number()]));
}

function checkParts(indicators: readonly PlanIndicator[], places: readonly Place[]): void {
  indicators.forEach((part, index) => {
    if (part.subCountOf === undefined) return;
    const whole = indicators.find(({ code }) => code === part.subCountOf);
    if (whole === undefined) places[index]?.at('part_of').fail('unknown_code');
    else if (whole === part || !isPartOf(part.definition, whole.definition))
      places[index]?.at('part_of').fail('not_a_part');
  });
}
