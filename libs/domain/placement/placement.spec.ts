import { REFERRAL_OUTCOMES } from '#domain/referral';
import { PLACEMENT_ROUTES, isByReferral, placementProblems, placementReasons } from './index.js';
import type { PlacementDraft } from './placement.js';

const TODAY = '2013-02-20';
const PLACEMENT: PlacementDraft = {
  startsOn: '2013-03-01',
  decidedOn: TODAY,
  employmentType: 'part_time',
  route: 'hello_work_referral',
  weeklyHours: 30,
  weeklyDays: 5,
  referralId: 'referral-11',
};

describe('a placement', () => {
  it.each<[string, Partial<PlacementDraft>]>([
    ['by referral', {}],
    ['a job found alone', { route: 'self_found', referralId: null }],
    ['work that starts with the next fiscal year', { startsOn: '2013-04-01' }],
    ['hours to a tenth', { weeklyHours: 37.5 }],
    ['hours not yet known', { weeklyHours: null }],
    ['days not yet known', { weeklyDays: null }],
    ['a day and a night a week', { weeklyHours: 24, weeklyDays: 1 }],
  ])('passes: %s', (_what, change) => {
    expect(placementProblems({ ...PLACEMENT, ...change }, TODAY)).toEqual([]);
  });

  it.each<[Partial<PlacementDraft>, string, string]>([
    [{ startsOn: null }, 'startsOn', 'required'],
    [{ startsOn: '2031-03-01' }, 'startsOn', 'start_too_far_ahead'],
    [{ decidedOn: '2013-02-21' }, 'decidedOn', 'date_in_future'],
    [{ employmentType: null }, 'employmentType', 'choose_one'],
    [{ route: null }, 'route', 'choose_one'],
    [{ weeklyHours: 60.1 }, 'weeklyHours', 'weekly_hours_out_of_range'],
    [{ weeklyHours: 0 }, 'weeklyHours', 'weekly_hours_out_of_range'],
    [{ weeklyHours: 37.25 }, 'weeklyHours', 'weekly_hours_out_of_range'],
    [{ weeklyDays: 0 }, 'weeklyDays', 'out_of_range'],
    [{ weeklyDays: 8 }, 'weeklyDays', 'out_of_range'],
    [{ weeklyDays: 2.5 }, 'weeklyDays', 'out_of_range'],
    [{ weeklyHours: 25, weeklyDays: 1 }, 'weeklyDays', 'more_hours_than_the_days_have'],
    [{ referralId: null }, 'referralId', 'choose_one'],
  ])('%j: %s %s', (change, field, code) => {
    expect(placementProblems({ ...PLACEMENT, ...change }, TODAY)).toMatchObject([{ field, code }]);
  });
});

describe('who may record a placement', () => {
  const cells = PLACEMENT_ROUTES.flatMap((route) =>
    REFERRAL_OUTCOMES.flatMap((outcome) =>
      (['municipal', 'national'] as const).map((side) => ({ route, outcome, side })),
    ),
  );

  it.each(cells)('$route by the $side side after a referral that ended $outcome', ({ route, outcome, side }) => {
    const expected = isByReferral({ route })
      ? [
          ...(side === 'municipal' ? ['only_national_side'] : []),
          ...(outcome === 'hired' ? [] : ['referral_not_hired']),
        ]
      : [];
    expect(placementReasons(route, side, { outcome }).map(({ code }) => code)).toEqual(expected);
  });

  it('leaves a missing referral to the form', () => {
    expect(placementReasons('hello_work_referral', 'national', null)).toEqual([]);
  });
});
