import { evaluate, numberOf, type Figure } from '#indicators';
import { readPublishedPlans } from '../../src/demonstration/plans/read-plans.js';
import {
  factsOf, recordsFor, type ImpliedRecords, type PublishedFigure, type SiteRecords,
} from '../../src/demonstration/published-records/index.js';
import { readFigures } from './figures.js';

const root = process.cwd();
const figures = readFigures(root);
const plans = readPublishedPlans(root);
const sites = recordsFor(plans, figures);
const implied = new Map<string, ImpliedRecords>(sites.map((records) => [records.site, factsOf(records)]));

function figureOf({ site, fiscalYear, indicator, from, to, asOf }: PublishedFigure): Figure {
  const plan = plans.find((candidate) => candidate.site.code === site && candidate.site.fiscalYear === fiscalYear);
  const found = plan?.programmes.flatMap(({ indicators }) => indicators).find(({ code }) => code === indicator);
  const records = implied.get(site);
  if (found === undefined || records === undefined || asOf === null) throw new Error(`${site} ${indicator} cannot be computed`);
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

  it.each(actuals.filter(({ what }) => what === 'rate'))('$site $kpi from $from is printed $printed of $operands', (row) => {
    expect(figureOf(row)).toMatchObject({
      text: row.printed,
      numerator: { value: row.operands?.numerator },
      denominator: { value: row.operands?.denominator },
    });
  });

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

describe.each(sites)('what the staff of $site did', (records: SiteRecords) => {
  const opened = plans.find(({ site }) => site.code === records.site)?.site.openedOn ?? '';
  const days = [...new Set(records.inputs.map(({ on }) => on))];
  const all = <Do extends SiteRecords['inputs'][number]['do']>(what: Do) =>
    records.inputs.filter((input): input is Extract<SiteRecords['inputs'][number], { do: Do }> => input.do === what);

  it('is told in the order of the days, on working days, since the site began', () => {
    expect(days).toEqual([...days].sort());
    expect(days.filter((day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))).toEqual([]);
    expect(days[0]! >= opened && days[days.length - 1]! <= '2012-04-30').toBe(true);
  });

  it('names nothing before it was created', () => {
    const known = new Set<string>();
    const creators = new Set([
      'register_person:person', 'open_case:case', 'request_support:request', 'agree_plan:plan', 'log_consultation:consultation',
      'register_employer:employer', 'receive_job_order:jobOrder', 'ask_employer:referral', 'receive_offer:offer',
      'record_placement:placement',
    ]);
    const keys = ['person', 'case', 'request', 'plan', 'consultation', 'employer', 'jobOrder', 'referral', 'offer', 'placement'] as const;
    const unknown: string[] = [];
    for (const input of records.inputs) {
      const fields = input as unknown as Record<string, string | null | undefined>;
      for (const key of keys) {
        const value = fields[key];
        if (value == null || typeof value !== 'string') continue;
        if (creators.has(`${input.do}:${key}`)) known.add(value);
        else if (!known.has(value)) unknown.push(`${input.on} ${input.do} ${value}`);
      }
    }
    expect(unknown).toEqual([]);
  });

  it('makes every 紹介就職 out of a letter, a hired outcome and an accepted offer', () => {
    const letters = new Set(all('issue_letter').map(({ referral }) => referral));
    const hired = new Set(all('record_referral_outcome').filter(({ outcome }) => outcome === 'hired').map(({ referral }) => referral));
    const accepted = new Set(all('accept_offer').map(({ offer }) => offer));
    for (const { route, referral, offer } of all('record_placement')) {
      const chain = referral !== null && offer !== null && letters.has(referral) && hired.has(referral) && accepted.has(offer);
      expect(chain).toBe(route === 'hello_work_referral');
    }
  });

  it('calls a consultation team support exactly when both sides took part', () => {
    const side = new Map(plans.flatMap(({ organisations }) => organisations.flatMap(({ side: of, staff }) => staff.map(({ code }) => [code, of] as const))));
    for (const { participants, teamSupport } of all('log_consultation')) {
      expect(new Set(participants.map((staff) => side.get(staff))).size > 1).toBe(teamSupport);
    }
  });

  it('does nothing in a case after it is closed and leaves no referral open in it', () => {
    const closedOn = new Map(all('close_case').map((input) => [input.case, input.on]));
    const late = records.inputs.filter((input) => 'case' in input && input.case !== null && input.on > (closedOn.get(input.case) ?? '9999'));
    expect(late).toEqual([]);
    const outcomes = new Map(all('record_referral_outcome').map(({ referral, on }) => [referral, on]));
    const open = all('ask_employer').filter((ask) => closedOn.has(ask.case) && (outcomes.get(ask.referral) ?? '9999') > closedOn.get(ask.case)!);
    expect(open).toEqual([]);
  });

  it('keeps consultations to what a person can bear', () => {
    const perMonth = new Map<string, number>();
    for (const { person, on } of all('log_consultation')) {
      const key = `${person} ${on.slice(0, 7)}`;
      perMonth.set(key, (perMonth.get(key) ?? 0) + 1);
    }
    expect(Math.max(...perMonth.values())).toBeLessThanOrEqual(12);
  });
});
