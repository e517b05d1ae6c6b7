import { Injectable } from '@nestjs/common';
import { firstDay, fiscalYearOf, type IsoDate, NotFound, type YearMonth } from '#kernel';
import type { IndicatorDefinition, PlanIndicator, Target, TypedFigures, Window, YearlyPlan } from '#indicators';
import type { Transaction } from '../platform/unit-of-work/index.js';

/** An indicator as stored: what the plan file says of it, with its row's id. */
export interface StoredIndicator extends PlanIndicator {
  readonly id: number;
  readonly definition: IndicatorDefinition;
  readonly targets: readonly Target[];
  /** Both sides agreed on what is counted, over the days of this plan; typed-in numbers need no agreement. */
  readonly agreed: boolean;
}

export interface StoredPlan {
  readonly id: number;
  readonly siteId: number;
  readonly fiscalYear: number;
  readonly window: Window;
  readonly document: YearlyPlan;
  readonly version: number;
  readonly indicators: readonly StoredIndicator[];
}

/** One import of a plan, as it was; the newest is the plan in force. */
export interface PlanEdition {
  readonly version: number;
  readonly importedAt: Date;
  readonly importedBy: string | null;
}

interface PlanRow {
  id: number;
  site_id: number;
  fiscal_year: number;
  window_from: string;
  window_to: string;
  document: YearlyPlan;
  version: number;
  ids: Record<string, number>;
  agreed: string[];
}

const STORED = `SELECT p.id, p.site_id, p.fiscal_year, p.window_from::text, p.window_to::text, p.document, p.version,
    coalesce((SELECT jsonb_object_agg(i.code, i.id) FROM indicator i WHERE i.yearly_plan_id = p.id AND i.left_plan_at IS NULL), '{}') AS ids,
    coalesce((SELECT jsonb_agg(i.code) FROM indicator i WHERE i.yearly_plan_id = p.id AND i.left_plan_at IS NULL
      AND (i.definition ->> 'type' = 'manual' OR (SELECT count(DISTINCT a.side) FROM definition_agreement a
        WHERE a.site_id = p.site_id AND a.window_from = p.window_from AND a.window_to = p.window_to AND a.definition = i.definition
          AND a.ended_at IS NULL) = 2)), '[]') AS agreed
  FROM yearly_plan p`;

/** 事業計画: one document a fiscal year, its indicators as rows. */
@Injectable()
export class YearlyPlanRepository {
  /** Those of the logins by which somebody has or had a sign-in at the site one works for. */
  async signInsAmong(tx: Transaction, logins: readonly string[]): Promise<string[]> {
    const rows = await tx.sql<{ login: string }>(
      'SELECT login FROM unnest($1::text[]) AS l(login) WHERE cardinality(app_staff_with_logins(ARRAY[login])) > 0',
      [logins],
    );
    return rows.map(({ login }) => login);
  }

  async find(tx: Transaction, siteId: number, fiscalYear: number): Promise<StoredPlan | undefined> {
    const [row] = await tx.sql<PlanRow>(`${STORED} WHERE p.site_id = $1 AND p.fiscal_year = $2`, [siteId, fiscalYear]);
    return row && stored(row);
  }

  /** The plan whose window holds the day: a plan may begin before its fiscal year does. @throws NotFound `yearly_plan` */
  async covering(tx: Transaction, siteId: number, day: IsoDate): Promise<StoredPlan> {
    const [row] = await tx.sql<PlanRow>(
      `${STORED} WHERE p.site_id = $1 AND (p.fiscal_year = $2 OR (p.fiscal_year = $2 + 1 AND p.window_from <= $3::date))
       ORDER BY p.fiscal_year DESC LIMIT 1`,
      [siteId, fiscalYearOf(day), day],
    );
    if (!row) throw new NotFound('yearly_plan');
    return stored(row);
  }

  /** Those of the months that a plan covers, as `covering` finds it by their first day. */
  async monthsCovered(tx: Transaction, siteId: number, months: readonly YearMonth[]): Promise<YearMonth[]> {
    const rows = await tx.sql<{ month: YearMonth }>(
      `SELECT month FROM unnest($2::text[], $3::int[], $4::date[]) AS m(month, fiscal_year, first_day)
       WHERE EXISTS (SELECT 1 FROM yearly_plan p WHERE p.site_id = $1
         AND (p.fiscal_year = m.fiscal_year OR (p.fiscal_year = m.fiscal_year + 1 AND p.window_from <= m.first_day))) ORDER BY month`,
      [siteId, months, months.map((month) => fiscalYearOf(firstDay(month))), months.map(firstDay)],
    );
    return rows.map(({ month }) => month);
  }

  /** @throws NotFound when the site has no plan for that year */
  async get(tx: Transaction, siteId: number, fiscalYear: number): Promise<StoredPlan> {
    const plan = await this.find(tx, siteId, fiscalYear);
    if (!plan) throw new NotFound('yearly_plan');
    return plan;
  }

  async years(tx: Transaction, siteId: number): Promise<number[]> {
    const rows = await tx.sql<{ fiscal_year: number }>(
      'SELECT fiscal_year FROM yearly_plan WHERE site_id = $1 ORDER BY fiscal_year DESC',
      [siteId],
    );
    return rows.map((row) => row.fiscal_year);
  }

  /** Newest first. */
  editions(tx: Transaction, planId: number): Promise<PlanEdition[]> {
    return tx.sql<PlanEdition>(
      `SELECT e.version, e.imported_at AS "importedAt", s.name AS "importedBy"
       FROM yearly_plan_edition e LEFT JOIN staff_head s ON s.id = e.imported_by WHERE e.yearly_plan_id = $1 ORDER BY e.version DESC`,
      [planId],
    );
  }

  /** The plan as one import left it. @throws NotFound */
  async edition(tx: Transaction, siteId: number, fiscalYear: number, version: number): Promise<YearlyPlan> {
    const [row] = await tx.sql<{ document: YearlyPlan }>(
      `SELECT e.document FROM yearly_plan_edition e JOIN yearly_plan p ON p.id = e.yearly_plan_id
       WHERE p.site_id = $1 AND p.fiscal_year = $2 AND e.version = $3`,
      [siteId, fiscalYear, version],
    );
    if (!row) throw new NotFound('yearly_plan');
    return row.document;
  }

  /** Every indicator of the year that numbers were typed in for, also one that has left the plan. */
  typedFigures(tx: Transaction, planId: number): Promise<TypedFigures[]> {
    return tx.sql<TypedFigures>(
      `SELECT i.code, i.name, count(*)::int AS entries, i.left_plan_at IS NULL AND i.definition->>'type' = 'manual' AS counted
       FROM indicator i JOIN manual_figure m ON m.indicator_id = i.id WHERE i.yearly_plan_id = $1 GROUP BY i.id ORDER BY i.code`,
      [planId],
    );
  }

  /** Numbers typed in for months of an indicator, added up over the window's months; undefined when none was. */
  async manual(tx: Transaction, indicatorIds: readonly number[], window: Window): Promise<Map<number, number>> {
    if (indicatorIds.length === 0) return new Map();
    const rows = await tx.sql<{ indicator_id: number; value: string }>(
      `SELECT indicator_id, sum(value) AS value FROM (
         SELECT DISTINCT ON (indicator_id, month) indicator_id, month, value FROM manual_figure
         WHERE indicator_id = ANY ($1) AND month BETWEEN $2 AND $3 ORDER BY indicator_id, month, entered_at DESC) newest
       GROUP BY indicator_id`,
      [indicatorIds, window.from.slice(0, 7), window.to.slice(0, 7)],
    );
    return new Map(rows.map((row) => [row.indicator_id, Number(row.value)]));
  }
}

function stored(row: PlanRow): StoredPlan {
  const indicators = row.document.programmes.flatMap((programme) => programme.indicators);
  return {
    id: row.id,
    siteId: row.site_id,
    fiscalYear: row.fiscal_year,
    window: { from: row.window_from, to: row.window_to },
    document: row.document,
    version: row.version,
    indicators: indicators.map((indicator) => ({
      ...indicator,
      id: row.ids[indicator.code] ?? 0,
      agreed: row.agreed.includes(indicator.code),
    })),
  };
}
