import { countOver } from './count-over.js';
import type { CountDefinition, Filters } from './definition.js';
import type { Fact, GroupMembership } from './fact.js';

const APRIL = { from: '2012-04-01', to: '2012-04-30' };
const NO_GROUPS: GroupMembership[] = [];

const fact = (more: Partial<Fact>): Fact => ({
  fact: 'consultation',
  id: 'c1',
  siteId: 1,
  desk: 'counter',
  programme: 'welfare',
  jobseekerId: 'hanako',
  caseId: null,
  occurredOn: '2012-04-10',
  ...more,
});
const count = (more: Partial<CountDefinition> = {}): CountDefinition => ({
  type: 'count',
  fact: 'consultation',
  counting: 'occurrences',
  date: 'occurred_on',
  filters: {},
  ...more,
});
const value = (definition: CountDefinition, facts: readonly Fact[], memberships = NO_GROUPS, asOf = '2012-04-30') =>
  countOver(definition, facts, memberships, APRIL, asOf).value;

describe('the window and the as-of date', () => {
  it('include both ends of the window and nothing beside it', () => {
    const days = ['2012-03-31', '2012-04-01', '2012-04-30', '2012-05-01'];
    const facts = days.map((occurredOn) => fact({ id: occurredOn, occurredOn }));
    expect(countOver(count(), facts, NO_GROUPS, APRIL, '2012-12-31').factIds).toEqual(['2012-04-01', '2012-04-30']);
  });

  it('know nothing dated after the as-of date', () => {
    const facts = [fact({ id: '1', occurredOn: '2012-04-10' }), fact({ id: '2', occurredOn: '2012-04-11' })];
    expect(value(count(), facts, NO_GROUPS, '2012-04-10')).toBe(1);
    expect(value(count(), facts, NO_GROUPS, '2012-03-31')).toBe(0);
  });

  it('count what was undone only until the day it was undone', () => {
    const reversed = fact({ fact: 'placement', withdrawnOn: '2012-04-20' });
    const placements = count({ fact: 'placement' });
    expect(value(placements, [reversed], NO_GROUPS, '2012-04-19')).toBe(1);
    expect(value(placements, [reversed], NO_GROUPS, '2012-04-20')).toBe(0);
  });

  it('leave out a fact that lacks the date asked for', () => {
    const notYetAgreed = fact({ fact: 'plan', occurredOn: null, drawnUpOn: '2012-04-02' });
    expect(value(count({ fact: 'plan' }), [notYetAgreed])).toBe(0);
    expect(value(count({ fact: 'plan', date: 'drawn_up_on' }), [notYetAgreed])).toBe(1);
  });

  it('place a job that starts with the next fiscal year by the date chosen', () => {
    const job = fact({ fact: 'placement', occurredOn: '2012-04-02', startsOn: '2012-04-02', decidedOn: '2012-03-12' });
    expect(value(count({ fact: 'placement', date: 'starts_on' }), [job])).toBe(1);
    expect(value(count({ fact: 'placement', date: 'decided_on' }), [job])).toBe(0);
  });
});

describe('countings', () => {
  const twice = [
    fact({ id: '1' }),
    fact({ id: '2', occurredOn: '2012-04-11' }),
    fact({ id: '3', jobseekerId: 'taro' }),
  ];

  it('tell 延べ件, 延べ人 and 実人数 apart', () => {
    expect(value(count({ counting: 'occurrences' }), twice)).toBe(3);
    expect(value(count({ counting: 'person_occurrences' }), twice)).toBe(3);
    expect(countOver(count({ counting: 'distinct_persons' }), twice, NO_GROUPS, APRIL, '2012-04-30')).toEqual({
      fact: 'consultation',
      value: 2,
      factIds: ['1', '2', '3'],
      personIds: ['hanako', 'taro'],
    });
  });

  it('take a tally of anonymous visits for as many people as it says, and as one record', () => {
    const visits = [
      fact({ fact: 'visit', id: '1', jobseekerId: null, quantity: 57 }),
      fact({ fact: 'visit', id: '2', jobseekerId: null, quantity: 3 }),
    ];
    expect(value(count({ fact: 'visit', counting: 'person_occurrences' }), visits)).toBe(60);
    expect(value(count({ fact: 'visit', counting: 'quantity' }), visits)).toBe(60);
    expect(value(count({ fact: 'visit', counting: 'occurrences' }), visits)).toBe(2);
    expect(value(count({ fact: 'visit', counting: 'distinct_persons' }), visits)).toBe(0);
  });

  it('count eleven referrals and one placement of one person', () => {
    const referrals = Array.from({ length: 11 }, (_, index) =>
      fact({ fact: 'referral', id: `${index}`, establishmentId: `e${index % 10}` }),
    );
    expect(value(count({ fact: 'referral' }), referrals)).toBe(11);
    expect(value(count({ fact: 'referral', counting: 'distinct_persons' }), referrals)).toBe(1);
    expect(value(count({ fact: 'referral', counting: 'distinct_establishments' }), referrals)).toBe(10);
  });

  it('find people under support by any common day with the window', () => {
    const support = (id: string, occurredOn: string, until: string | null) =>
      fact({ fact: 'support', id, jobseekerId: id, occurredOn, until });
    const periods = [
      support('ended before', '2011-07-01', '2012-03-31'),
      support('ended on the first day', '2011-07-01', '2012-04-01'),
      support('all along', '2011-07-01', null),
      support('from the last day', '2012-04-30', null),
      support('after', '2012-05-01', null),
      support('two days', '2012-04-10', '2012-04-11'),
    ];
    const supported = count({ fact: 'support', counting: 'people_under_support' });
    expect(countOver(supported, periods, NO_GROUPS, APRIL, '2012-12-31').personIds).toEqual([
      'ended on the first day',
      'all along',
      'from the last day',
      'two days',
    ]);
    expect(countOver(supported, periods, NO_GROUPS, APRIL, '2012-04-05').personIds).toEqual([
      'ended on the first day',
      'all along',
    ]);
  });

  it('count a person with two support periods once', () => {
    const periods = [
      fact({ fact: 'support', id: '1', occurredOn: '2012-04-02', until: '2012-04-06' }),
      fact({ fact: 'support', id: '2', occurredOn: '2012-04-20', until: null }),
    ];
    expect(value(count({ fact: 'support', counting: 'people_under_support' }), periods)).toBe(1);
  });
});

describe('filters', () => {
  const filtered = (filters: Filters, more: Partial<Fact>) => value(count({ filters }), [fact(more)]) === 1;

  it.each<[keyof Filters, Filters, Partial<Fact>, Partial<Fact>]>([
    ['desks', { desks: ['counter', 'annex'] }, { desk: 'annex' }, { desk: null }],
    ['programmes', { programmes: ['welfare'] }, { programme: 'welfare' }, { programme: 'youth' }],
    ['routes', { routes: ['hello_work_referral'] }, { route: 'hello_work_referral' }, { route: 'self_found' }],
    ['kinds', { kinds: ['mental'] }, { kind: 'mental' }, { kind: 'vocational' }],
    ['channels', { channels: ['circuit', 'outreach'] }, { channel: 'outreach' }, { channel: 'desk' }],
    [
      'staffRoles',
      { staffRoles: ['interpreter'] },
      { staffRoles: ['navigator', 'interpreter'] },
      { staffRoles: ['navigator'] },
    ],
    ['staff', { staff: ['m1'] }, { staffIds: ['n1', 'm1'] }, {}],
    ['teamSupportOnly', { teamSupportOnly: true }, { teamSupport: true }, { teamSupport: false }],
  ])('%s', (_name, filters, passing, failing) => {
    expect(filtered(filters, passing)).toBe(true);
    expect(filtered(filters, failing)).toBe(false);
  });

  it('must all hold', () => {
    const filters = { desks: ['counter'], kinds: ['mental'] };
    expect(filtered(filters, { desk: 'counter', kind: 'mental' })).toBe(true);
    expect(filtered(filters, { desk: 'counter', kind: 'career' })).toBe(false);
  });
});

describe('target groups', () => {
  const housing = (from: string, until: string | null): GroupMembership => ({
    jobseekerId: 'hanako',
    group: 'housing_allowance',
    from,
    until,
  });
  const members = (
    moment: 'fact_date' | 'window_end' | 'ever',
    memberships: GroupMembership[],
    more: Partial<Fact> = {},
  ) =>
    value(
      count({ filters: { targetGroups: { anyOf: ['housing_allowance', 'livelihood_protection'], moment } } }),
      [fact(more)],
      memberships,
    );

  it('are asked on the day of the fact: the last day of a membership is the day before it ends', () => {
    expect(members('fact_date', [housing('2012-04-10', null)])).toBe(1);
    expect(members('fact_date', [housing('2012-04-11', null)])).toBe(0);
    expect(members('fact_date', [housing('2011-10-01', '2012-04-11')])).toBe(1);
    expect(members('fact_date', [housing('2011-10-01', '2012-04-10')])).toBe(0);
  });

  it('are asked at the end of the window, or on the as-of date when that comes first', () => {
    const untilMid = [housing('2011-10-01', '2012-04-20')];
    expect(members('window_end', untilMid)).toBe(0);
    const definition = count({ filters: { targetGroups: { anyOf: ['housing_allowance'], moment: 'window_end' } } });
    expect(countOver(definition, [fact({})], untilMid, APRIL, '2012-04-19').value).toBe(1);
  });

  it('are asked for any time up to the as-of date', () => {
    expect(members('ever', [housing('2010-10-01', '2011-03-31')])).toBe(1);
    expect(members('ever', [housing('2012-05-01', null)])).toBe(0);
  });

  it('count a person of two groups once, and nobody without a name', () => {
    const both = [housing('2012-04-01', null), { ...housing('2012-04-01', null), group: 'livelihood_protection' }];
    expect(members('fact_date', both)).toBe(1);
    expect(members('fact_date', both, { jobseekerId: null })).toBe(0);
  });

  it('change from one group of a programme to another without a gap', () => {
    const changed = [
      housing('2011-10-01', '2012-04-10'),
      { ...housing('2012-04-10', null), group: 'livelihood_protection' },
    ];
    expect(members('fact_date', changed)).toBe(1);
  });

  it('hold for a support period on any of its days in the window', () => {
    const definition = count({
      fact: 'support',
      counting: 'people_under_support',
      filters: { targetGroups: { anyOf: ['housing_allowance'], moment: 'fact_date' } },
    });
    const period = fact({ fact: 'support', occurredOn: '2012-03-01', until: '2012-04-05' });
    expect(value(definition, [period], [housing('2012-04-05', null)])).toBe(1);
    expect(value(definition, [period], [housing('2012-04-06', null)])).toBe(0);
    expect(value(definition, [period], [housing('2012-03-01', '2012-04-01')])).toBe(0);
  });
});
