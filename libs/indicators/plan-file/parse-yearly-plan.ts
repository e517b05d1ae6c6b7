import { fiscalYearRange } from '#kernel';
import { readBoundedYaml } from './bounded-yaml.js';
import type { KnownCodes } from './read-definition.js';
import { readProgrammes } from './read-programmes.js';
import { Defects, Place } from './place.js';
import type { Window } from '../window.js';
import type { ParsedPlan, YearlyPlan } from '../yearly-plan.js';

/** Codes of the trade that the file may use but does not declare; those handed in are checked. */
export type TradeCodes = Pick<KnownCodes, 'routes' | 'kinds' | 'channels' | 'signIns' | 'optionalSteps'>;

/** The first line of every plan file names the format, so that a later one can be told apart. */
export const PLAN_FORMAT = 'yearly-plan/1';

/**
 * Reads a yearly plan (事業計画) from YAML as described in `yearly-plan.README.md`.
 * @returns the plan, or every defect found with its path, code and line
 */
export function parseYearlyPlan(text: string, tradeCodes: TradeCodes = {}): ParsedPlan {
  const read = readBoundedYaml(text);
  if ('defects' in read) return { ok: false, errors: read.defects.map((defect) => ({ path: '', ...defect })) };
  const { document, lines } = read;
  const defects = new Defects(lines);
  const plan = readPlan(Place.root(document, defects), tradeCodes);
  return defects.found.length === 0 ? { ok: true, plan } : { ok: false, errors: defects.found };
}

function readPlan(root: Place, tradeCodes: TradeCodes): YearlyPlan {
  root.onlyFields([
    'format',
    'site',
    'agreement',
    'council',
    'organisations',
    'desks',
    'target_groups',
    'programmes',
    'footnotes',
  ]);
  root.at('format').oneOf([PLAN_FORMAT]);
  const declared = {
    site: readSite(root.at('site')),
    agreement: readAgreement(root.at('agreement')),
    council: readCouncil(root.at('council')),
    organisations: root.at('organisations').list(readOrganisation),
    desks: root.at('desks').list(readDesk),
    targetGroups: root.at('target_groups').list(readCodeAndName),
    footnotes: root.at('footnotes').list(readFootnote),
  };
  for (const side of ['municipal', 'national'] as const) {
    if (!declared.organisations.some((organisation) => organisation.side === side))
      root.at('organisations').fail(`no_${side}_side`);
  }
  for (const section of ['organisations', 'desks', 'target_groups', 'footnotes']) {
    Place.uniqueCodes(root.at(section).list((element) => element));
  }
  Place.uniqueCodes(
    root
      .at('organisations')
      .list((organisation) => organisation.at('staff').list((member) => member))
      .flat(),
  );
  const programmes = readProgrammes(root.at('programmes'), {
    ...tradeCodes,
    desks: declared.desks.map(({ code }) => code),
    targetGroups: declared.targetGroups.map(({ code }) => code),
    staff: declared.organisations.flatMap(({ staff }) => staff.map(({ code }) => code)),
    footnotes: declared.footnotes.map(({ code }) => code),
    window: declared.site.window,
  });
  return { ...declared, programmes };
}

function readSite(place: Place): YearlyPlan['site'] {
  place.onlyFields(['code', 'name', 'opened_on', 'fiscal_year', 'window']);
  const openedOn = place.at('opened_on').date();
  const fiscalYear = place.at('fiscal_year').year();
  const window = place.at('window').exists ? readWindow(place.at('window')) : fiscalYearRange(fiscalYear);
  if (window.from < openedOn) place.at('window').fail('window_begins_before_opening');
  return { code: place.at('code').text(), name: place.at('name').text(), openedOn, fiscalYear, window };
}

function readWindow(place: Place): Window {
  place.onlyFields(['from', 'to']);
  const window = { from: place.at('from').date(), to: place.at('to').date() };
  if (window.to < window.from) place.fail('window_ends_before_it_begins');
  return window;
}

function readAgreement(place: Place): YearlyPlan['agreement'] {
  if (!place.exists) return null;
  place.onlyFields(['signed_on', 'parties']);
  const parties = place.at('parties').texts();
  return place.at('signed_on').exists ? { signedOn: place.at('signed_on').date(), parties } : { parties };
}

function readCouncil(place: Place): YearlyPlan['council'] {
  if (!place.exists) return null;
  place.onlyFields(['chair', 'members']);
  const members = place.at('members').texts();
  const chair = place.at('chair').optionalText();
  return chair === undefined ? { members } : { chair, members };
}

function readOrganisation(place: Place): YearlyPlan['organisations'][number] {
  place.onlyFields(['code', 'name', 'side', 'staff']);
  const staff = place.at('staff').list((member) => {
    member.onlyFields(['code', 'name', 'kana', 'title']);
    const text = (field: string) => member.at(field).text();
    return { code: text('code'), name: text('name'), kana: text('kana'), title: text('title') };
  });
  return { ...codeAndName(place), side: place.at('side').oneOf(['municipal', 'national']), staff };
}

function readDesk(place: Place): YearlyPlan['desks'][number] {
  place.onlyFields(['code', 'name', 'place']);
  const where = place.at('place').optionalText();
  return where === undefined ? codeAndName(place) : { ...codeAndName(place), place: where };
}

function readCodeAndName(place: Place): { code: string; name: string } {
  place.onlyFields(['code', 'name']);
  return codeAndName(place);
}

function codeAndName(place: Place): { code: string; name: string } {
  return { code: place.at('code').text(), name: place.at('name').text() };
}

function readFootnote(place: Place): { code: string; text: string } {
  place.onlyFields(['code', 'text']);
  return { code: place.at('code').text(), text: place.at('text').text() };
}
