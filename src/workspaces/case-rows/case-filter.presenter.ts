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

/** The filters as they stand in an address; a list may know more than the common ones. */
export type FilterValues = Partial<Record<keyof CaseFilterQuery | 'silentFor', string | number | undefined>>;

const NAMES = [
  'scope',
  'status',
  'programme',
  'group',
  'desk',
  'turn',
  'clockWithin',
  'silentFor',
] as const satisfies readonly (keyof FilterValues)[];

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
export function activeFilters(
  list: CaseList,
  filter: CaseFilterQuery & { readonly silentFor?: number },
  site: Site,
): ActiveFilter[] {
  const words = ja.caseload;
  const scope = filter.scope ?? list.scope;
  const status = filter.status ?? list.status;
  const tag = (name: keyof FilterValues, label: string, value: string | undefined): ActiveFilter[] =>
    value === undefined
      ? []
      : [{ label, value, removeHref: listHref(list, { ...filter, [name]: widest(list)[name] }) }];
  return [
    ...tag('scope', words.scope.label, scope === 'site' ? undefined : words.scope[scope]),
    ...tag(
      'status',
      words.status,
      status === undefined || status === 'all'
        ? undefined
        : status === 'open'
          ? words.open
          : ja.codes.caseStatus[status],
    ),
    ...tag('programme', words.programme, nameIn(site.programmes, filter.programme)),
    ...tag('group', words.group, nameIn(site.targetGroups, filter.group)),
    ...tag(
      'desk',
      words.desk,
      filter.desk === undefined
        ? undefined
        : (site.desks.find(({ id }) => id === filter.desk)?.name ?? String(filter.desk)),
    ),
    ...tag('turn', words.turn, filter.turn === undefined ? undefined : ja.codes.side[filter.turn]),
    ...tag(
      'clockWithin',
      words.clock,
      filter.clockWithin === undefined ? undefined : fill(words.daysAtMost, { days: filter.clockWithin }),
    ),
    ...tag(
      'silentFor',
      words.silent,
      filter.silentFor === undefined ? undefined : fill(words.daysAtLeast, { days: filter.silentFor }),
    ),
  ];
}

/** A code the site does not have stands for itself: a filter that is on is always told. */
function nameIn(
  list: readonly { readonly code: string; readonly name: string }[],
  code: string | undefined,
): string | undefined {
  return code === undefined ? undefined : (list.find((entry) => entry.code === code)?.name ?? code);
}
