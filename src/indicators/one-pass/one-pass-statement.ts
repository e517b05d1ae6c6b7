import type { IsoDate } from '#kernel';
import { type CountDefinition, overlap, type RatioDefinition, Segments, type Window } from '#indicators';
import { Parameters } from '../parameters.js';
import { MOST_PIECES } from './bits.js';
import { FactScan, type PlacedBy, type ScanContext } from './fact-scan.js';
import type { Reading } from './results.js';
import { MOST_GROUP_FILTERS, TargetGroupsTable } from './target-groups.js';

/**
 * All numbers wanted of some sites, over all windows, in one statement that reads each kind of fact once. Ask for the numbers
 * first, then run `text`; every number asked for is read from its results.
 */
export class OnePassStatement {
  readonly parameters = new Parameters();
  private readonly scans = new Map<string, FactScan>();
  private readonly lastDays = new Map<string, FactScan>();
  private readonly outside = new Map<string, { numerator: FactScan; denominator: FactScan; columns: string[] }>();
  private readonly context: ScanContext;
  private readonly segments: Segments;

  /** @param windows all that will be asked for; each begins on the as-of day or before */
  constructor(
    siteIds: readonly number[],
    windows: readonly Window[],
    private readonly asOf: IsoDate,
  ) {
    this.segments = Segments.of(windows.map((window) => this.seen(window)));
    const sites = this.parameters.add(siteIds, 'int[]');
    const days = { from: this.segments.from ?? asOf, to: asOf };
    this.context = {
      parameters: this.parameters,
      sites,
      asOf: this.parameters.add(asOf, 'date'),
      groups: new TargetGroupsTable(this.parameters, sites, asOf, days),
    };
  }

  count({ fact, counting, date, filters }: CountDefinition, window: Window): Reading {
    return this.scanOf(fact, counting === 'people_under_support' ? 'days_of_support' : date).count(
      counting,
      filters,
      this.seen(window),
    );
  }

  /** A rate's numerator. A cohort counts people: a second placement of one person adds nothing. */
  numerator(ratio: RatioDefinition, window: Window): Reading {
    if (ratio.style !== 'cohort') return this.count(ratio.numerator, window);
    // Whoever has a fact of the numerator on or after entering has their last one then.
    const { denominator } = ratio;
    return this.scanOf(denominator.fact, denominator.date).countReached(
      denominator.filters,
      this.seen(window),
      this.lastDayOf(ratio.numerator),
    );
  }

  /** People in the numerator who are not in the denominator: what explains a rate above 100 %. */
  outsideDenominator({ style, numerator, denominator }: RatioDefinition, window: Window): Reading {
    if (style === 'cohort') return () => 0;
    const seen = this.seen(window);
    const [above, below] = [numerator, denominator].map((count) => this.scanOf(count.fact, placedBy(count))) as [
      FactScan,
      FactScan,
    ];
    const part = `${above.name}_outside_${below.name}`;
    const pair = this.outside.get(part) ?? { numerator: above, denominator: below, columns: [] };
    this.outside.set(part, pair);
    const index = pair.columns.push(
      `count(*) FILTER (WHERE ${above.peopleIn(numerator.filters, seen, 'above')} AND NOT ${below.peopleIn(denominator.filters, seen, 'below')})`,
    );
    return (results, site) => results.value(part, site, index - 1);
  }

  /** People of the denominator who are under support on the as-of day. */
  stillSupported({ denominator }: RatioDefinition, window: Window): Reading {
    return this.scanOf(denominator.fact, placedBy(denominator)).countStillSupported(
      denominator.filters,
      this.seen(window),
    );
  }

  /** Whether what was asked for fits one statement: its pieces of windows and filters by group are bits of a number. */
  get fits(): boolean {
    return this.segments.pieces.length <= MOST_PIECES && this.context.groups.size <= MOST_GROUP_FILTERS;
  }

  get text(): string {
    const scans = [...this.scans.values()];
    const parts = [
      ...scans.flatMap((scan) => scan.parts()),
      ...[...this.outside].map(([part, pair]) => outsideSql(part, pair)),
    ];
    const all = [...this.lastDays.values(), ...scans];
    const { groups } = this.context;
    const tables = [
      ...all.map((scan) => scan.reading),
      ...(groups.size > 0 ? groups.tables(all.map((scan) => scan.readTable)) : []),
      ...all.flatMap((scan) => scan.tables()),
    ];
    return `WITH ${tables.join(',\n')}
SELECT part, site, bits, counted FROM (${parts.join('\nUNION ALL ')}) AS results (part, site, bits, counted)`;
  }

  /** The last day on which each person had such a fact, from the first window on to the as-of day. */
  private lastDayOf({ fact, date, filters }: CountDefinition): { table: string; column: string } {
    const since = { from: this.segments.from ?? this.asOf, to: this.asOf };
    const name = `later_${fact}_${date}`;
    const scan = this.lastDays.get(name) ?? new FactScan(name, fact, date, Segments.of([since]), this.context);
    this.lastDays.set(name, scan);
    return { table: scan.peopleTable, column: scan.lastDay(filters, since) };
  }

  private scanOf(fact: CountDefinition['fact'], by: PlacedBy): FactScan {
    const key = `${fact}_${by}`;
    const scan = this.scans.get(key) ?? new FactScan(key, fact, by, this.segments, this.context);
    this.scans.set(key, scan);
    return scan;
  }

  private seen(window: Window): Window {
    return overlap(window, { from: window.from, to: this.asOf }) ?? window;
  }
}

function placedBy({ counting, date }: CountDefinition): PlacedBy {
  return counting === 'people_under_support' ? 'days_of_support' : date;
}

function outsideSql(
  part: string,
  { numerator, denominator, columns }: { numerator: FactScan; denominator: FactScan; columns: readonly string[] },
): string {
  return `SELECT '${part}', above.site_id, NULL::bigint, ARRAY[${columns.join(', ')}]::float8[]
    FROM ${numerator.peopleTable} above LEFT JOIN ${denominator.peopleTable} below ON below.who = above.who GROUP BY above.site_id`;
}
