import type { GroupMoment, Window } from '#indicators';
import type { IsoDate } from '#kernel';
import { GROUP_MEMBERSHIPS } from '../fact-relation.js';
import type { Parameters } from '../parameters.js';

/** A statement holds a filter by target groups as one bit of a bigint. */
export const MOST_GROUP_FILTERS = 62;

/** Column of whoever belonged at any time up to the as-of day. */
const EVER = 'ever';

/**
 * Who of the people counted belongs to which target groups, one row a person (alias m): each filter (a union of groups) is a
 * bit. Nearly always a person belongs throughout the days counted or not at all, which is one number; only memberships that
 * begin or end within these days are kept with their dates.
 */
export class TargetGroupsTable {
  private readonly filters: string[] = [];
  private readonly momentColumns = new Map<string, IsoDate>();

  constructor(
    private readonly parameters: Parameters,
    private readonly sites: string,
    private readonly asOf: IsoDate,
    /** First and last day of all that is counted. */
    private readonly days: Window,
  ) {}

  /** How many different filters were asked for. */
  get size(): number {
    return this.filters.length;
  }

  /** Joins the persons of the facts read (alias r); see FactScan on why it is a full join. */
  readonly join = 'FULL JOIN members m ON m.person = r.jobseeker_id';

  /** Joins them with a row for each part of the days on which they belong to the same groups, where these days have parts. */
  readonly joinEachPart = `LEFT JOIN LATERAL unnest('-infinity'::date || m.starts, 'infinity'::date || m.ends, m.throughout || m.groups)
    AS g (starts_on, ends_on, bits) ON m.starts IS NOT NULL`;

  /** The filters whose groups the person of a fact belongs to, as bits: on a day, on the window's last day, ever. */
  belonging(moment: GroupMoment, day: string, windowEnd: IsoDate): string {
    switch (moment) {
      case 'ever':
        this.momentColumns.set(EVER, this.asOf);
        return `m.${EVER}`;
      case 'window_end': {
        const column = `on_${windowEnd.replaceAll('-', '_')}`;
        this.momentColumns.set(column, windowEnd);
        return `m.${column}`;
      }
      case 'fact_date':
        return `CASE WHEN m.starts IS NULL THEN m.throughout
          ELSE m.throughout | coalesce((SELECT bit_or(g.bits) FROM unnest(m.starts, m.ends, m.groups) AS g (starts_on, ends_on, bits)
            WHERE g.starts_on <= ${day} AND g.ends_on > ${day}), 0) END`;
    }
  }

  /** With {@link joinEachPart}: the filters whose groups the person belongs to in the part, as bits … */
  readonly inPart = 'coalesce(g.bits, m.throughout)';

  /** … and the days from `first` to `last` that lie in it. */
  daysInPart(first: string, last: string): { first: string; last: string } {
    return { first: `greatest(${first}, g.starts_on)`, last: `least(${last}, g.ends_on - 1)` };
  }

  /** A filter by groups as a bit. */
  bitOf(anyOf: readonly string[]): string {
    const key = JSON.stringify([...new Set(anyOf)].sort());
    if (!this.filters.includes(key)) this.filters.push(key);
    return `${1n << BigInt(this.filters.indexOf(key))}::bigint`;
  }

  /** Common table expressions. @param readers tables of facts read, whose people are meant */
  tables(readers: readonly string[]): string[] {
    const day = (value: IsoDate): string => this.parameters.add(value, 'date');
    const [from, to] = [day(this.days.from), day(this.days.to)];
    const throughout = `g.starts_on <= ${from} AND g.ends_on > ${to}`;
    const changing = `FILTER (WHERE NOT (${throughout}))`;
    const bits = [...this.bitsByCode()].map(
      ([code, of]) => `WHEN ${this.parameters.add(code, 'text')} THEN ${of}::bigint`,
    );
    const moments = [...this.momentColumns].map(([column, date]) => {
      const belongs = `g.starts_on <= ${day(date)}${column === EVER ? '' : ` AND g.ends_on > ${day(date)}`}`;
      return `bit_or(g.bits) FILTER (WHERE ${belongs}) AS ${column}, `;
    });
    // Those who left before the days counted matter only to who asks for `ever`.
    const within = this.momentColumns.has(EVER) ? '' : ` AND coalesce(ends_on, 'infinity') > ${from}`;
    const codes = this.parameters.add([...this.bitsByCode().keys()], 'text[]');
    const people = readers.map((table) => `SELECT jobseeker_id FROM ${table} WHERE jobseeker_id IS NOT NULL`);
    return [
      `counted_people AS (${people.join(' UNION ')})`,
      `members AS MATERIALIZED (SELECT g.jobseeker_id AS person, ${moments.join('')}
          coalesce(bit_or(g.bits) FILTER (WHERE ${throughout}), 0) AS throughout, array_agg(g.starts_on) ${changing} AS starts,
          array_agg(g.ends_on) ${changing} AS ends, array_agg(g.bits) ${changing} AS groups
        FROM (SELECT jobseeker_id, starts_on, coalesce(ends_on, 'infinity') AS ends_on, CASE group_code ${bits.join(' ')} END AS bits
          FROM counted_people JOIN ${GROUP_MEMBERSHIPS} memberships USING (jobseeker_id)
          WHERE site_id = ANY (${this.sites}) AND group_code = ANY (${codes}) AND starts_on <= ${to}${within}) g
        GROUP BY g.jobseeker_id)`,
    ];
  }

  /** Each group's code with the filters it belongs to. */
  private bitsByCode(): Map<string, bigint> {
    const bits = new Map<string, bigint>();
    for (const [index, filter] of this.filters.entries()) {
      for (const code of JSON.parse(filter) as string[]) bits.set(code, (bits.get(code) ?? 0n) | (1n << BigInt(index)));
    }
    return bits;
  }
}
