import { fill, ja } from '#messages';
import type { ActiveFilter } from '#ui';
import type { Site } from '../../organisations/index.js';
import type { CaseFilterQuery, Scope } from './case-filter.dto.js';

/** A list of cases: where it stands, and what it shows unless asked otherwise. */
export interface CaseList {
  readonly path: string;
  readonly scope: Scope;
  readonly status?: 'open';
}

/** The filters of all lists; the silence only the caseload knows. */
export interface Filters extends CaseFilterQuery {
  readonly silentFor?: number;
}
type FilterName = keyof Filters;

/** The filters as they stand in an address. */
export type FilterValues = { readonly [Name in FilterName]?: Filters[Name] | undefined };

/** How each filter that is on is told; one that is not in here does not compile. `null`: it takes nothing away. */
export type FilterTags = {
  readonly [Name in FilterName]: {
    readonly label: string;
    readonly value: (value: Values[Name], site: Site) => string | null;
  };
};
type Values = { readonly [Name in FilterName]-?: NonNullable<Filters[Name]> };

const words = ja.caseload;

const TAGS: FilterTags = {
  scope: { label: words.scope.label, value: (scope) => (scope === 'site' ? null : words.scope[scope]) },
  status: {
    label: words.status,
    value: (status) => (status === 'all' ? null : status === 'open' ? words.open : ja.codes.caseStatus[status]),
  },
  programme: { label: words.programme, value: (code, site) => nameIn(site.programmes, code) },
  group: { label: words.group, value: (code, site) => nameIn(site.targetGroups, code) },
  desk: {
    label: words.desk,
    value: (desk, site) => site.desks.find(({ id }) => id === desk)?.name ?? String(desk),
  },
  turn: { label: words.turn, value: (side) => ja.codes.side[side] },
  clockWithin: { label: words.clock, value: (days) => fill(words.daysAtMost, { days }) },
  silentFor: { label: words.silent, value: (days) => fill(words.daysAtLeast, { days }) },
};
const NAMES = Object.keys(TAGS) as FilterName[];

/** The address of the list with these filters; what it shows anyway is left out. */
export function listHref(list: CaseList, filter: FilterValues, after?: string): string {
  const usual: FilterValues = { scope: list.scope, status: list.status };
  const query = new URLSearchParams();
  for (const name of NAMES) {
    const value = filter[name];
    if (value !== undefined && value !== usual[name]) query.set(name, String(value));
  }
  if (after !== undefined) query.set('after', after);
  const text = query.toString();
  return text === '' ? list.path : `${list.path}?${text}`;
}

/** The list with nothing taken away that the reader may see. */
export function unfilteredHref(list: CaseList): string {
  return listHref(list, widest(list));
}

const widest = ({ status }: CaseList): FilterValues => ({
  scope: 'site',
  status: status === undefined ? undefined : 'all',
});

/** Every filter that is on, the usual ones too, each with the same list without it. */
export function activeFilters(list: CaseList, filter: FilterValues, site: Site): ActiveFilter[] {
  const standing: FilterValues = { ...filter, scope: filter.scope ?? list.scope, status: filter.status ?? list.status };
  const tag = <Name extends FilterName>(name: Name): ActiveFilter[] => {
    const value = standing[name];
    const text = value === undefined ? null : TAGS[name].value(value as Values[Name], site);
    return text === null
      ? []
      : [
          {
            label: TAGS[name].label,
            value: text,
            removeHref: listHref(list, { ...filter, [name]: widest(list)[name] }),
          },
        ];
  };
  return NAMES.flatMap(tag);
}

/** A code the site does not have stands for itself: a filter that is on is always told. */
function nameIn(list: readonly { readonly code: string; readonly name: string }[], code: string): string {
  return list.find((entry) => entry.code === code)?.name ?? code;
}
