import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { type FieldError, InvalidInput } from '#kernel';
import { formatYearlyPlan, parseYearlyPlan, type YearlyPlan } from '#indicators';
import { type Site, SitesRepository } from '../organisations/index.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { TRADE_CODES } from './trade-codes.js';
import { YearlyPlanRepository } from './yearly-plan.repository.js';

/** A plan file before it is taken over. */
export interface PlanPreview {
  readonly plan: YearlyPlan;
  /** The site has a plan of that year already. */
  readonly replaces: boolean;
  /** Names of what the site lacks and would be given. */
  readonly newDesks: readonly string[];
  readonly newProgrammes: readonly string[];
}

/** Import and export of a site's yearly plan, one file a year (libs/indicators/yearly-plan.README.md). */
@Injectable()
export class YearlyPlansService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly plans: YearlyPlanRepository,
  ) {}

  /**
   * Takes a plan file over as this site's plan of its year; an earlier plan of that year is replaced, figures are computed
   * anew from the records.
   * @throws InvalidInput with one entry per defect; `field` is the place in the file, `line` its line
   */
  async import(actor: StaffActor, text: string): Promise<{ fiscalYear: number; indicators: number }> {
    const plan = readPlan(text);
    return this.work.write(actor, { purpose: 'yearly_plan.import' }, async (tx) => {
      const site = await this.sites.current(tx);
      refuseForeignPlan(plan, site);
      await this.completeSite(tx, plan, site);
      await this.store(tx, plan, site.id);
      tx.record({
        kind: 'yearly_plan.imported',
        subject: { type: 'yearly_plan', id: `${site.code}-${plan.site.fiscalYear}` },
      });
      return {
        fiscalYear: plan.site.fiscalYear,
        indicators: plan.programmes.flatMap((programme) => programme.indicators).length,
      };
    });
  }

  /**
   * What `import` would make of the file; nothing is saved.
   * @throws InvalidInput as `import` does
   */
  async preview(actor: StaffActor, text: string): Promise<PlanPreview> {
    const plan = readPlan(text);
    return this.work.read(actor, async (tx) => {
      const site = await this.sites.current(tx);
      refuseForeignPlan(plan, site);
      return {
        plan,
        replaces: (await this.plans.find(tx, site.id, plan.site.fiscalYear)) !== undefined,
        newDesks: namesOfNew(plan.desks, site.desks),
        newProgrammes: namesOfNew(plan.programmes, site.programmes),
      };
    });
  }

  /** @throws NotFound when the site has no plan for that year */
  async plan(actor: StaffActor, fiscalYear: number): Promise<YearlyPlan> {
    return (await this.work.read(actor, (tx) => this.plans.get(tx, actor.siteId, fiscalYear))).document;
  }

  /** The plan as a file that `import` takes again. */
  async export(actor: StaffActor, fiscalYear: number): Promise<string> {
    return formatYearlyPlan(await this.plan(actor, fiscalYear));
  }

  years(actor: StaffActor): Promise<number[]> {
    return this.work.read(actor, (tx) => this.plans.years(tx, actor.siteId));
  }

  /** Desks and programmes the file names and the site lacks are added; none is taken away, since records hang on them. */
  private async completeSite(tx: Transaction, plan: YearlyPlan, site: Site): Promise<void> {
    for (const { code, name } of plan.desks) {
      await tx.sql(
        'INSERT INTO desk (site_id, code, name) VALUES ($1, $2, $3) ON CONFLICT (site_id, code) DO NOTHING',
        [site.id, code, name],
      );
    }
    for (const [position, { code, name, optionalSteps }] of plan.programmes.entries()) {
      await tx.sql(
        `INSERT INTO programme (site_id, code, name, optional_steps, position) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (site_id, code) DO UPDATE SET name = excluded.name, optional_steps = excluded.optional_steps, position = excluded.position, version = programme.version + 1,
           updated_at = app_now(), updated_by = app_staff()`,
        [site.id, code, name, optionalSteps, position],
      );
    }
  }

  private async store(tx: Transaction, plan: YearlyPlan, siteId: number): Promise<void> {
    const { fiscalYear, window } = plan.site;
    const [row] = await tx.sql<{ id: number }>(
      `INSERT INTO yearly_plan (site_id, fiscal_year, window_from, window_to, document) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (site_id, fiscal_year) DO UPDATE SET window_from = excluded.window_from, window_to = excluded.window_to,
         document = excluded.document, version = yearly_plan.version + 1, updated_at = app_now(), updated_by = app_staff()
       RETURNING id`,
      [siteId, fiscalYear, window.from, window.to, JSON.stringify(plan)],
    );
    const indicators = plan.programmes.flatMap((programme) => programme.indicators);
    const rows = indicators.map(({ code, name, unit, version, definition, targets }, position) => ({
      code,
      name,
      unit,
      definition_version: version,
      definition,
      targets,
      position,
    }));
    await tx.sql(
      `INSERT INTO indicator (yearly_plan_id, site_id, code, name, unit, position, definition, definition_version, targets)
       SELECT $1, $2, code, name, unit, position, definition, definition_version, targets
       FROM jsonb_to_recordset($3::jsonb) AS i(code text, name text, unit text, position int, definition jsonb, definition_version int, targets jsonb)
       ON CONFLICT (yearly_plan_id, code) DO UPDATE SET name = excluded.name, unit = excluded.unit, position = excluded.position,
         definition = excluded.definition, definition_version = excluded.definition_version, targets = excluded.targets`,
      [row?.id, siteId, JSON.stringify(rows)],
    );
    await tx.sql('DELETE FROM indicator WHERE yearly_plan_id = $1 AND code <> ALL ($2::text[])', [
      row?.id,
      indicators.map(({ code }) => code),
    ]);
  }
}

function readPlan(text: string): YearlyPlan {
  const parsed = parseYearlyPlan(text, TRADE_CODES);
  if (parsed.ok) return parsed.plan;
  throw new InvalidInput(
    parsed.errors.map(({ path, code, line }): FieldError => ({
      field: path,
      code: `plan_${code}`,
      params: { line: line ?? 0 },
    })),
  );
}

type Coded = readonly { readonly code: string; readonly name: string }[];

function namesOfNew(named: Coded, known: readonly { readonly code: string }[]): string[] {
  return named.filter(({ code }) => !known.some((each) => each.code === code)).map(({ name }) => name);
}

/** The file must be this site's: its code and both organisations are known here. */
function refuseForeignPlan(plan: YearlyPlan, site: Site): void {
  const errors: FieldError[] = [];
  if (plan.site.code !== site.code) errors.push({ field: 'site.code', code: 'plan_of_another_site' });
  if (plan.site.openedOn !== site.openedOn) errors.push({ field: 'site.opened_on', code: 'plan_opening_differs' });
  const groups = new Set(site.targetGroups.map(({ code }) => code));
  for (const [index, { code }] of plan.targetGroups.entries()) {
    if (!groups.has(code)) errors.push({ field: `target_groups[${index}]`, code: 'plan_group_not_of_site' });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
}
