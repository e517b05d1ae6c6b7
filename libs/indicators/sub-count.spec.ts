import type { CountDefinition, Filters } from './definition.js';
import { isPartOf } from './sub-count.js';

const count = (filters: Filters, more: Partial<CountDefinition> = {}): CountDefinition => ({
  type: 'count',
  fact: 'placement',
  counting: 'distinct_persons',
  date: 'starts_on',
  filters,
  ...more,
});
const groups = (...anyOf: string[]): Filters => ({ targetGroups: { anyOf, moment: 'fact_date' } });

describe('うち', () => {
  it('narrows the filters of the whole', () => {
    expect(isPartOf(count({ routes: ['hello_work_referral'] }), count({}))).toBe(true);
    expect(isPartOf(count(groups('a')), count(groups('a', 'b')))).toBe(true);
    expect(isPartOf(count({ teamSupportOnly: true }), count({}))).toBe(true);
  });

  it.each([
    ['widens a list', count(groups('a', 'c')), count(groups('a', 'b'))],
    ['drops a filter', count({}), count({ routes: ['hello_work_referral'] })],
    ['drops team support', count({}), count({ teamSupportOnly: true })],
    ['asks the groups on another day', count({ targetGroups: { anyOf: ['a'], moment: 'ever' } }), count(groups('a'))],
    ['counts otherwise', count({}, { counting: 'occurrences' }), count({})],
    ['counts by another date', count({}, { date: 'decided_on' }), count({})],
    ['counts other facts', count({}, { fact: 'offer' }), count({})],
  ])('is no part that %s', (_how, part, whole) => {
    expect(isPartOf(part, whole)).toBe(false);
  });

  it('is said of counts only', () => {
    expect(isPartOf({ type: 'manual', source: '統計' }, count({}))).toBe(false);
  });
});
