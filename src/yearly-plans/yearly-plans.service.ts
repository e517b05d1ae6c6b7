import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { type FieldError, InvalidInput } from '#kernel';
import {
  formatYearlyPlan,
  parseYearlyPlan,
  type ProgrammeChange,
  programmeChanges,
  staffNamedBy,
  type TradeCodes,
  type TypedFiguresAfterImport,
  typedFiguresAfterImport,
  type YearlyPlan,
} from '#indicators';
import { type Site, SitesRepository } from '../organisations/index.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { agreeFor, agreementsOn, type IndicatorAgreement, tellOtherSide } from './plan-agreements.service.js';
import { completeSite, storePlan } from './plan-import.js';
import { TRADE_CODES } from './trade-codes.js';
import { type PlanEdition, YearlyPlanRepository } from './yearly-plan.repository.js';

/** A plan file before it is taken over. */
export interface PlanPreview {
  readonly plan: YearlyPlan;
  /** The site has a plan of that year already. */
  readonly replaces: boolean;
  /** Of the plan there is, 0 for none: sent with the import, it refuses one that was overtaken. */
  readonly version: number;
  /** Names of what the site lacks and would be given. */
  readonly newDesks: readonly string[];
  readonly newProgrammes: readonly string[];
  /** What is set about programmes of the site and would become another. */
  readonly changedProgrammes: readonly ProgrammeChange[];
  /** Numbers typed in by hand that would stop counting, or count again; none is deleted. */
  readonly typedFigures: readonly TypedFiguresAfterImport[];
}

/** The plan in force, how it came about, and how many typed-in numbers it does not show. */
export interface PlanInForce {
  readonly plan: YearlyPlan;
  readonly editions: readonly PlanEdition[];
  readonly figuresAside: number;
  /** Of the plan in force: sent with an agreement, it refuses one to a plan that was overtaken. */
  readonly version: number;
  /** Who agreed on what is counted. */
  readonly agreements: readonly IndicatorAgreement[];
}

export interface ImportOptions {
  /** `PlanPreview.version`; left out, whatever plan there is becomes an earlier edition. */
  readonly version?: number | undefined;
  readonly idempotencyKey?: string | undefined;
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
   * Takes a plan file over as this site's plan of its year; an earlier plan of that year stays as an edition, figures are
   * computed anew from the records, and numbers typed in stay under the code of their indicator.
   * @throws InvalidInput with one entry per defect; `field` is the place in the file, `line` its line. StaleEdit
   */
  async import(
    actor: StaffActor,
    text: string,
    { version, idempotencyKey }: ImportOptions = {},
  ): Promise<{ fiscalYear: number; indicators: number }> {
    const plan = readPlan(text);
    return this.work.write(actor, { purpose: 'yearly_plan.import', idempotencyKey }, async (tx) => {
      await this.refuseStaffWithoutSignIn(tx, plan, text);
      const site = await this.sites.current(tx);
      refuseForeignPlan(plan, site);
      const planId = await storePlan(tx, plan, site.id, version);
      await completeSite(tx, plan, site);
      // Whoever imports a plan agrees for their side on what it counts; what is new is put to the other. A machine agrees to nothing.
      if (actor.machine === undefined) await agreeFor(tx, planId);
      const agreements = await agreementsOn(tx, planId);
      const others = actor.side === 'municipal' ? 'national' : 'municipal';
      if (agreements.some((indicator) => !indicator[others])) tellOtherSide(tx, planId, 'plan_to_agree');
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
      await this.refuseStaffWithoutSignIn(tx, plan, text);
      const site = await this.sites.current(tx);
      refuseForeignPlan(plan, site);
      const before = await this.plans.find(tx, site.id, plan.site.fiscalYear);
      return {
        plan,
        replaces: before !== undefined,
        version: before?.version ?? 0,
        newDesks: namesOfNew(plan.desks, site.desks),
        newProgrammes: namesOfNew(plan.programmes, site.programmes),
        changedProgrammes: programmeChanges(site.programmes, plan.programmes),
        typedFigures: before ? typedFiguresAfterImport(await this.plans.typedFigures(tx, before.id), plan) : [],
      };
    });
  }

  /** @throws NotFound when the site has no plan for that year */
  async plan(actor: StaffActor, fiscalYear: number): Promise<PlanInForce> {
    return this.work.read(actor, async (tx) => {
      const { id, document, version } = await this.plans.get(tx, actor.siteId, fiscalYear);
      const typed = await this.plans.typedFigures(tx, id);
      const aside = typed.filter(({ counted }) => !counted);
      return {
        plan: document,
        version,
        agreements: await agreementsOn(tx, id),
        editions: await this.plans.editions(tx, id),
        figuresAside: aside.reduce((sum, { entries }) => sum + entries, 0),
      };
    });
  }

  /**
   * The plan as a file that `import` takes again.
   * @param version of an earlier edition; left out, the plan in force
   * @throws NotFound when the site has no such plan
   */
  async export(actor: StaffActor, fiscalYear: number, version?: number): Promise<string> {
    return this.work.read(actor, async (tx) =>
      formatYearlyPlan(
        version === undefined
          ? (await this.plans.get(tx, actor.siteId, fiscalYear)).document
          : await this.plans.edition(tx, actor.siteId, fiscalYear, version),
      ),
    );
  }

  years(actor: StaffActor): Promise<number[]> {
    return this.work.read(actor, (tx) => this.plans.years(tx, actor.siteId));
  }

  /** A filter by somebody who is not there would count nothing and say so nowhere: the file is read again with who is, for the place. */
  private async refuseStaffWithoutSignIn(tx: Transaction, plan: YearlyPlan, text: string): Promise<void> {
    const named = staffNamedBy(plan);
    if (named.length > 0) readPlan(text, { signIns: await this.plans.signInsAmong(tx, named) });
  }
}

/** @throws InvalidInput with every defect */
function readPlan(text: string, ofSite: Pick<TradeCodes, 'signIns'> = {}): YearlyPlan {
  const parsed = parseYearlyPlan(text, { ...TRADE_CODES, ...ofSite });
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
