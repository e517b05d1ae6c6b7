import type { Counting, FactDate, FactName, Filters, Segments, Window } from '#indicators';
import { DATES, factRelation, filterConditions } from '../fact-relation.js';
import type { Parameters } from '../parameters.js';
import { bitOfDay, bitsOfDays } from './bits.js';
import type { Reading } from './results.js';
import type { TargetGroupsTable } from './target-groups.js';

/** By what a scan places its facts: a date, or for people under support all the days of it. */
export type PlacedBy = FactDate | 'days_of_support';

export interface ScanContext {
  readonly parameters: Parameters;
  /** Placeholders of the sites counted and of the as-of day. */
  readonly sites: string;
  readonly asOf: string;
  readonly groups: TargetGroupsTable;
}

type SubjectColumn = 'jobseeker_id' | 'establishment_id';

/** What is added up for each piece of the windows; everything else counts whom it finds once. */
const SUMS: Readonly<Partial<Record<Counting, string>>> = {
  occurrences: 'count(*)',
  person_occurrences: 'sum(CASE WHEN jobseeker_id IS NULL THEN coalesce(quantity, 0) ELSE 1 END)',
  quantity: 'sum(quantity)',
};

/** Last day of support; one that runs has none. */
const UNTIL = "coalesce(f.until, 'infinity')";

/**
 * One pass over the facts of one name: whatever is asked about them, over all windows. Every fact is read once, with the bits
 * of the pieces it lies in and what the filters need; then numbers are added up a piece, and persons are counted by the pieces
 * in which they have a fact.
 */
export class FactScan {
  /** Computed columns of the facts read (alias f), and further ones with what is known of their people (alias r). */
  private readonly columns = new Names('column');
  private readonly peoplesColumns = new Names('belonging');
  private readonly joins = new Set<string>();
  private readonly sums = new Names('sum');
  private readonly found: Readonly<Record<SubjectColumn, Found>> = {
    jobseeker_id: { bits: new Names('bits'), counts: new Names('count') },
    establishment_id: { bits: new Names('bits'), counts: new Names('count') },
  };
  private readonly supported = new Names('count');

  constructor(
    readonly name: string,
    private readonly fact: FactName,
    private readonly placedBy: PlacedBy,
    private readonly segments: Segments,
    private readonly context: ScanContext,
  ) {}

  count(counting: Counting, filters: Filters, seen: Window): Reading {
    const sum = SUMS[counting];
    if (sum === undefined) {
      const whose = counting === 'distinct_establishments' ? 'establishment_id' : 'jobseeker_id';
      return this.countFound(whose, this.bitsWhere(filters, seen), seen);
    }
    const index = this.sums.indexOf(filtered(sum, this.condition(filters, seen)));
    const bits = this.segments.bitsOf(seen);
    return (results, site) => results.sum(`${this.name}.sums`, site, index, bits);
  }

  /** People with a fact in the window on or before a day of their own, which a joined table tells. */
  countReached(filters: Filters, seen: Window, lastDay: { readonly table: string; readonly column: string }): Reading {
    this.joins.add(`FULL JOIN ${lastDay.table} ON ${lastDay.table}.who = r.jobseeker_id`);
    const reached = this.peoplesColumns.of(`r.${this.columns.of(this.day)} <= ${lastDay.table}.${lastDay.column}`);
    const condition = and(this.condition(filters, seen), reached);
    return this.countFound('jobseeker_id', filtered('bit_or(bits)', condition), seen);
  }

  /** How many people with a fact in the window are under support on the as-of day. */
  countStillSupported(filters: Filters, seen: Window): Reading {
    const index = this.supported.indexOf(`count(*) FILTER (WHERE ${this.peopleIn(filters, seen, 'people')})`);
    return (results, site) => results.value(`${this.name}.supported`, site, index);
  }

  /** Condition on a row of {@link peopleTable}: the person has a fact in the window. */
  peopleIn(filters: Filters, seen: Window, alias: string): string {
    const column = this.found.jobseeker_id.bits.of(this.bitsWhere(filters, seen));
    return `coalesce(${alias}.${column} & ${this.bits(seen)}, 0) <> 0`;
  }

  /** A column of {@link peopleTable}: the last day on which the person has such a fact. */
  lastDay(filters: Filters, seen: Window): string {
    const day = this.columns.of(this.day);
    return this.found.jobseeker_id.bits.of(filtered(`max(${day})`, this.condition(filters, seen)));
  }

  get peopleTable(): string {
    return `${this.name}_people`;
  }

  /** The table of the facts read; with what is known of their people it is another one. */
  get readTable(): string {
    return this.peoplesColumns.size === 0 ? this.name : `${this.name}_read`;
  }

  /** The common table expression that reads the facts. */
  get reading(): string {
    return `${this.readTable} AS MATERIALIZED (${this.rows()})`;
  }

  /** Common table expressions over the facts read, in order. */
  tables(): string[] {
    const grouped = (['jobseeker_id', 'establishment_id'] as const).flatMap((whose) => {
      const columns = this.found[whose].bits.declared;
      return columns.length === 0
        ? []
        : [
            `${this.tableOf(whose)} AS (SELECT site_id, ${whose} AS who, ${columns.join(', ')}
              FROM ${this.name} WHERE ${whose} IS NOT NULL GROUP BY site_id, ${whose})`,
          ];
    });
    const peoples = this.peoplesColumns.declared;
    if (peoples.length === 0) return grouped;
    // Full joins are always by hash. Policies make the planner believe in one row, and it would go through all people for each
    // fact. What the other side has more of is dropped, in words that do not tell the planner so.
    const joins = [...this.joins].join(' ');
    return [
      `${this.name} AS MATERIALIZED (SELECT r.*, ${peoples.join(', ')} FROM ${this.readTable} r ${joins} WHERE coalesce(r.bits, 0) <> 0)`,
      ...grouped,
    ];
  }

  /** Statements of the columns `part, site, bits, counted`. */
  parts(): string[] {
    const parts: string[] = [];
    const part = (name: string, bits: string, counted: Names, from: string, by: string): void => {
      if (counted.size === 0) return;
      parts.push(
        `SELECT '${name}', site_id, ${bits}, ARRAY[${counted.all.join(', ')}]::float8[] FROM ${from} GROUP BY ${by}`,
      );
    };
    part(`${this.name}.sums`, 'bits', this.sums, this.name, 'site_id, bits');
    for (const whose of ['jobseeker_id', 'establishment_id'] as const) {
      const table = this.tableOf(whose);
      part(table, 'NULL::bigint', this.found[whose].counts, `${table} people`, 'site_id');
    }
    const { sites, asOf } = this.context;
    const supported = `EXISTS (SELECT FROM ${factRelation('support')} f WHERE f.site_id = ANY (${sites}) AND f.jobseeker_id = people.who
      AND f.occurred_on <= ${asOf} AND (f.until IS NULL OR f.until > ${asOf}))`;
    part(
      `${this.name}.supported`,
      'NULL::bigint',
      this.supported,
      `${this.peopleTable} people WHERE ${supported}`,
      'site_id',
    );
    return parts;
  }

  /** The facts in the windows with everything that is asked about them. */
  private rows(): string {
    const { parameters, sites, asOf } = this.context;
    const day = (value: string | undefined): string => parameters.add(value, 'date');
    const ranges = this.segments.ranges;
    const inWindows = this.placedByDays
      ? `f.occurred_on <= ${day(ranges.at(-1)?.to)} AND ${UNTIL} >= ${day(ranges[0]?.from)}`
      : `(${ranges.map(({ from, to }) => `${this.day} BETWEEN ${day(from)} AND ${day(to)}`).join(' OR ')})`;
    const bits = this.placedByDays
      ? bitsOfDays(DATES.occurred_on, UNTIL, this.segments, parameters)
      : bitOfDay(this.day, this.segments, parameters);
    const columns = [
      'f.site_id',
      'f.jobseeker_id',
      'f.establishment_id',
      'f.quantity',
      `${bits} AS bits`,
      ...this.columns.declared,
    ];
    return `SELECT ${columns.join(', ')} FROM ${factRelation(this.fact)} f
      WHERE f.site_id = ANY (${sites}) AND ${inWindows} AND (f.withdrawn_on IS NULL OR f.withdrawn_on > ${asOf})`;
  }

  private countFound(whose: SubjectColumn, bits: string, seen: Window): Reading {
    const column = this.found[whose].bits.of(bits);
    const index = this.found[whose].counts.indexOf(
      `count(*) FILTER (WHERE people.${column} & ${this.bits(seen)} <> 0)`,
    );
    return (results, site) => results.value(this.tableOf(whose), site, index);
  }

  /** The pieces in which the facts of one person (or establishment) pass, as an aggregate. */
  private bitsWhere(filters: Filters, seen: Window): string {
    const { targetGroups, ...others } = filters;
    if (!this.placedByDays || targetGroups?.moment !== 'fact_date')
      return filtered('bit_or(bits)', this.condition(filters, seen));
    // Days of support on which the person belongs: a fact stands once for every part of them, which people counted once allow.
    const { groups, parameters } = this.context;
    this.joins.add(groups.join).add(groups.joinEachPart);
    const [begun, until] = [this.columns.of(DATES.occurred_on), this.columns.of(UNTIL)];
    const { first, last } = groups.daysInPart(`r.${begun}`, `r.${until}`);
    const common = this.peoplesColumns.of(bitsOfDays(first, last, this.segments, parameters));
    const belongs = `${this.peoplesColumns.of(groups.inPart)} & ${groups.bitOf(targetGroups.anyOf)} <> 0`;
    return filtered(`bit_or(${common})`, and(this.condition(others, seen), belongs));
  }

  /** Whether a fact passes the filters, over the window where that makes a difference; empty when all do. */
  private condition(filters: Filters, seen: Window): string {
    const { groups, parameters } = this.context;
    const own = filterConditions(filters, parameters);
    const conditions = own.length === 0 ? [] : [this.columns.of(own.join(' AND '))];
    const { targetGroups } = filters;
    if (targetGroups !== undefined) {
      this.joins.add(groups.join);
      const day = `r.${this.columns.of(this.day)}`;
      const belonging = this.peoplesColumns.of(groups.belonging(targetGroups.moment, day, seen.to));
      conditions.push(`${belonging} & ${groups.bitOf(targetGroups.anyOf)} <> 0`);
    }
    return conditions.join(' AND ');
  }

  /** The day of a fact; of support the day it began. */
  private get day(): string {
    return this.placedBy === 'days_of_support' ? DATES.occurred_on : DATES[this.placedBy];
  }

  private get placedByDays(): boolean {
    return this.placedBy === 'days_of_support';
  }

  private bits(seen: Window): string {
    return `${this.segments.bitsOf(seen)}::bigint`;
  }

  private tableOf(whose: SubjectColumn): string {
    return whose === 'jobseeker_id' ? this.peopleTable : `${this.name}_establishments`;
  }
}

interface Found {
  /** Of each person or establishment: the pieces in which they have a fact that passes. */
  readonly bits: Names;
  /** Over all of them. */
  readonly counts: Names;
}

/** SQL expressions, each with a name of its own however often it is asked for. */
class Names {
  private readonly names = new Map<string, string>();

  constructor(private readonly prefix: string) {}

  of(sql: string): string {
    const name = this.names.get(sql) ?? `${this.prefix}_${this.names.size}`;
    this.names.set(sql, name);
    return name;
  }

  indexOf(sql: string): number {
    this.of(sql);
    return this.all.indexOf(sql);
  }

  get size(): number {
    return this.names.size;
  }

  get all(): string[] {
    return [...this.names.keys()];
  }

  get declared(): string[] {
    return [...this.names].map(([sql, name]) => `${sql} AS ${name}`);
  }
}

function filtered(aggregate: string, condition: string): string {
  return condition === '' ? aggregate : `${aggregate} FILTER (WHERE ${condition})`;
}

function and(...conditions: readonly string[]): string {
  return conditions.filter((condition) => condition !== '').join(' AND ');
}
