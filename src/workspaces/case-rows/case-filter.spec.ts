import { filterConditions, type FilterConditions, StatementValues } from './case-filter.sql.js';
import { type FilterTags, listHref, type FilterValues } from './case-filter.presenter.js';
import { CASELOAD } from './lists.js';

const ALL: Required<FilterValues> = {
  scope: 'mine',
  status: 'active',
  programme: 'livelihood',
  group: 'youth',
  desk: 3,
  turn: 'national',
  clockWithin: 30,
  silentFor: 60,
};

describe('the filters of the lists', () => {
  it('all stand in the address', () => {
    const query = new URLSearchParams(listHref(CASELOAD, ALL).split('?')[1]);
    expect(Object.fromEntries(query)).toEqual(
      Object.fromEntries(Object.entries(ALL).map(([name, value]) => [name, String(value)])),
    );
  });

  it('are a condition each, and none where nothing is asked', () => {
    const { scope, silentFor, ...conditions } = ALL;
    expect([scope, silentFor]).toBeDefined();
    const values = new StatementValues(1, '2026-06-10');
    expect(filterConditions(conditions, values, 'side')).toHaveLength(Object.keys(conditions).length);
    expect(values.all).toHaveLength(2 + Object.keys(conditions).length);
    expect(filterConditions({ status: 'all' }, new StatementValues(1, '2026-06-10'), 'side')).toEqual([]);
  });

  it('cannot be forgotten: a list of them without one does not compile', () => {
    const condition = () => null;
    // @ts-expect-error `clockWithin` is missing
    const conditions: FilterConditions = {
      status: condition,
      programme: condition,
      group: condition,
      desk: condition,
      turn: condition,
    };
    const tag = { label: '', value: condition };
    // @ts-expect-error `silentFor` is missing
    const tags: FilterTags = {
      scope: tag,
      status: tag,
      programme: tag,
      group: tag,
      desk: tag,
      turn: tag,
      clockWithin: tag,
    };
    expect([conditions, tags]).toHaveLength(2);
  });
});
