import { evaluate, numberOf, type Figure, type Records } from '#indicators';
import { readPublishedPlans } from '../../src/demonstration/plans/read-plans.js';
import { readFigures, recordsFor, type PublishedFigure } from '../../src/demonstration/published-records/index.js';
import { factsOf } from './facts-of.js';

const root = process.cwd();
const figures = readFigures(root);
const plans = readPublishedPlans(root);
const sites = recordsFor(plans, figures);
const implied = new Map<string, Records>(sites.map((records) => [records.site, factsOf(records)]));

function figureOf({ site, fiscalYear, indicator, from, to, asOf }: PublishedFigure): Figure {
  const plan = plans.find((candidate) => candidate.site.code === site && candidate.site.fiscalYear === fiscalYear);
  const found = plan?.programmes.flatMap(({ indicators }) => indicators).find(({ code }) => code === indicator);
  const records = implied.get(site);
  if (found === undefined || records === undefined || asOf === null)
    throw new Error(`${site} ${indicator} cannot be computed`);
  return evaluate(found.definition, records, { from, to }, asOf);
}

/** What the row prints: the figure itself, or an operand of a rate. */
function computed(row: PublishedFigure): number | null {
  const figure = figureOf(row);
  if (figure.state !== 'rate' || row.what === 'rate' || row.what === 'actual') return numberOf(figure);
  return row.what === 'numerator' ? figure.numerator.value : figure.denominator.value;
}

describe('records behind the published figures', () => {
  const actuals = figures.filter(({ what }) => what !== 'target');

  it.each(actuals)('$site $kpi $from..$to $what: $printed', (row) => {
    expect(computed(row)).toBe(row.number);
  });

  it.each(actuals.filter(({ what }) => what === 'rate'))(
    '$site $kpi from $from is printed $printed of $operands',
    (row) => {
      expect(figureOf(row)).toMatchObject({
        text: row.printed,
        numerator: { value: row.operands?.numerator },
        denominator: { value: row.operands?.denominator },
      });
    },
  );

  it('explain a rate above 100 %: twelve of the seventeen placed at 中野 in April had no plan of that month', () => {
    const row = figures.find(({ kpi, printed }) => kpi === 'NKN-4' && printed === '170%');
    expect(row && figureOf(row)).toMatchObject({ notes: [{ code: 'above_100_explained', outsideDenominator: 12 }] });
  });

  it('leave the year of 新宿 provisional, as its footnote says', () => {
    const row = figures.find(({ kpi, printed }) => kpi === 'SJK-5' && printed === '61.0%');
    expect(row && figureOf(row)).toMatchObject({ provisional: true });
  });

  it('are the same every time', () => {
    expect(recordsFor(plans, figures)).toEqual(sites);
  });
});
