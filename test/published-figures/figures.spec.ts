import { progressOf } from '#indicators';
import { readPublishedPlans } from '../../src/demonstration/plans/read-plans.js';
import { parseFigures, readFigures } from '../../src/demonstration/published-records/read-figures.js';

const root = process.cwd();
const figures = readFigures(root);
const plans = readPublishedPlans(root);

const planOf = (site: string, fiscalYear: number) =>
  plans.find((plan) => plan.site.code === site && plan.site.fiscalYear === fiscalYear);
const indicatorOf = (site: string, fiscalYear: number, code: string) =>
  planOf(site, fiscalYear)
    ?.programmes.flatMap(({ indicators }) => indicators)
    .find((indicator) => indicator.code === code);

describe('the list of published figures', () => {
  it('names an indicator of the plan file in every row', () => {
    const unknown = figures.filter(
      ({ site, fiscalYear, indicator }) => indicatorOf(site, fiscalYear, indicator) === undefined,
    );
    expect(unknown).toEqual([]);
  });

  it('holds every line of 新宿, 中野 and 総社 and those of 青森 and 川口 that are reproduced', () => {
    expect([...new Set(figures.map(({ kpi }) => kpi))].sort()).toEqual([
      'AOM-1',
      'AOM-2',
      'AOM-3',
      'KAW-1',
      'KAW-2',
      'KAW-3',
      'KAW-4',
      'NKN-1',
      'NKN-2',
      'NKN-3',
      'NKN-4',
      'SJK-1',
      'SJK-2',
      'SJK-3',
      'SJK-4',
      'SJK-5',
      'SOJ-A1',
      'SOJ-A2',
      'SOJ-B1',
      'SOJ-B2',
      'SOJ-C1',
      'SOJ-C2',
    ]);
  });

  it('prints the number it says', () => {
    const digits = (text: string) =>
      text
        .replace(/,/g, '')
        .match(/\d+(\.\d+)?/g)
        ?.map(Number) ?? [];
    for (const { printed, number } of figures)
      expect([printed, digits(printed)]).toEqual([printed, expect.arrayContaining([number])]);
  });

  it.each(figures.filter(({ what }) => what === 'target'))(
    '$kpi: the plan of $site $fiscalYear promises $printed',
    (row) => {
      const targets = indicatorOf(row.site, row.fiscalYear, row.indicator)?.targets ?? [];
      const promised = targets.find(({ type }) => type === row.target);
      const value =
        promised && ('percent' in promised ? promised.percent : 'value' in promised ? promised.value : null);
      expect(value).toBe(row.number);
      expect({ from: row.from, to: row.to }).toEqual(planOf(row.site, row.fiscalYear)?.site.window);
    },
  );

  it('lists no target of the plans too few', () => {
    const promised = plans.flatMap(({ programmes }) =>
      programmes.flatMap(({ indicators }) => indicators.flatMap(({ targets }) => targets)),
    );
    expect(figures.filter(({ what }) => what === 'target')).toHaveLength(promised.length);
  });

  it('compares an actual with the even share of its year', () => {
    const plan = planOf('shinjuku', 2012);
    const [target] = indicatorOf('shinjuku', 2012, 'new_plans')?.targets ?? [];
    if (plan === undefined || target === undefined) throw new Error('no target');
    const april = { from: '2012-04-01', to: '2012-04-30' };
    expect(progressOf(target, plan.site.window, april, 19)).toMatchObject({
      basis: 'linear',
      expected: expect.closeTo(350 / 12),
      reached: false,
    });
  });
});

describe('the reader', () => {
  const header =
    'kpi\tsite\tfiscal_year\tfrom\tto\tas_of\tindicator\twhat\ttarget\tprinted\tnumber\toperands_printed\toperands\tsetting';

  it('refuses a row with a cell too few', () => {
    expect(() => parseFigures(`${header}\nSJK-1\tshinjuku\n`)).toThrow('line 2: 2 cells instead of 14');
  });

  it('refuses a number that is none', () => {
    expect(() => parseFigures(`${header}\nSJK-1\ts\t2012\ta\tb\t-\ti\tactual\t-\t19人\tnineteen\t-\t-\t-\n`)).toThrow(
      'nineteen',
    );
  });
});
