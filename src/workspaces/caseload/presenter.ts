import { daysBetween, type IsoDate } from '#kernel';
import { ja } from '#messages';
import type { ActiveFilter } from '#ui';
import type { Site } from '../../organisations/index.js';
import type { CaseloadFilterQuery } from './caseload-filter.dto.js';

type FilterName = Exclude<keyof CaseloadFilterQuery, 'after' | 'limit' | 'flash'>;
const NAMES: readonly FilterName[] = ['scope', 'status', 'programme', 'group', 'desk', 'turn', 'clockWithin', 'silentFor'];

/** The address of the list with these filters; the defaults are left out. */
export function caseloadHref(filter: Partial<Record<FilterName, string | number | undefined>>, after?: string): string {
  const query = new URLSearchParams();
  for (const name of NAMES) {
    const value = filter[name];
    if (value !== undefined && value !== '' && !(name === 'scope' && value === 'mine') && !(name === 'status' && value === 'open')) query.set(name, String(value));
  }
  if (after !== undefined) query.set('after', after);
  const text = query.toString();
  return text === '' ? '/cases' : `/cases?${text}`;
}

/** Every filter that is on, with the same list without it. */
export function activeFilters(filter: CaseloadFilterQuery, site: Site): ActiveFilter[] {
  const words = ja.caseload;
  const tag = (name: FilterName, label: string, value: string | undefined): ActiveFilter[] =>
    value === undefined ? [] : [{ label, value, removeHref: caseloadHref({ ...filter, [name]: name === 'scope' ? 'site' : name === 'status' ? 'all' : undefined }) }];
  return [
    ...tag('scope', words.scope.label, filter.scope === 'mine' ? words.scope.mine : undefined),
    ...tag('status', words.status, filter.status === 'all' ? undefined : filter.status === undefined || filter.status === 'open' ? words.open : ja.codes.caseStatus[filter.status]),
    ...tag('programme', words.programme, site.programmes.find(({ code }) => code === filter.programme)?.name),
    ...tag('group', words.group, site.targetGroups.find(({ code }) => code === filter.group)?.name),
    ...tag('desk', words.desk, site.desks.find(({ id }) => id === filter.desk)?.name),
    ...tag('turn', words.turn, filter.turn === undefined ? undefined : ja.codes.side[filter.turn]),
    ...tag('clockWithin', words.clock, filter.clockWithin === undefined ? undefined : `${filter.clockWithin}日以内`),
    ...tag('silentFor', words.silent, filter.silentFor === undefined ? undefined : `${filter.silentFor}日以上`),
  ];
}

/** 「3日前」「今日」: how long ago something was. */
export function agoText(day: IsoDate, today: IsoDate): string {
  const days = daysBetween(day, today);
  if (days === 0) return '今日';
  return days > 0 ? `${days}日前` : `${-days}日後`;
}
