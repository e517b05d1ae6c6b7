import { Injectable } from '@nestjs/common';
import type { Side, StaffActor } from '#access';
import { refuseBlocked, StaleEdit } from '#kernel';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { type StoredPlan, YearlyPlanRepository } from './yearly-plan.repository.js';

/** An indicator of a plan, and which sides agreed on what it counts. */
export interface IndicatorAgreement {
  readonly code: string;
  readonly name: string;
  readonly municipal: boolean;
  readonly national: boolean;
}

/** Topic of the messages by which the other side's administrators are told. */
export const PLAN_AGREEMENT_TOPIC = 'plan.agreement';

/** What such a message carries. */
export interface PlanAgreementTold {
  readonly kind: 'plan_to_agree' | 'plan_agreed' | 'plan_agreement_withdrawn';
  readonly siteId: number;
  readonly planId: number;
  readonly to: Side;
}

/**
 * 数え方の合意: what one side defines is counted for the whole site once the other's administrator agreed. Until then nobody is told a number of
 * people whom they may not see, for a definition can be made to fit one person.
 */
@Injectable()
export class PlanAgreementsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: YearlyPlanRepository,
  ) {}

  /** @throws NotFound when the site has no plan for that year */
  async list(actor: StaffActor, fiscalYear: number): Promise<{ version: number; items: IndicatorAgreement[] }> {
    return this.work.read(actor, async (tx) => {
      const { id, version } = await this.plans.get(tx, actor.siteId, fiscalYear);
      return { version, items: await agreementsOn(tx, id) };
    });
  }

  /**
   * Agrees, for one's own side, on every definition of the plan in force.
   * @param version of the plan that was read
   * @throws NotFound; StaleEdit when another was imported since; Blocked `definitions_agreed` when there is nothing left to agree on
   */
  async agree(actor: StaffActor, fiscalYear: number, version: number): Promise<void> {
    await this.work.write(actor, { purpose: 'yearly_plan.agree' }, async (tx) => {
      const plan = await this.held(tx, fiscalYear, version);
      if ((await agreeFor(tx, plan.id)) === 0) refuseBlocked([{ code: 'definitions_agreed' }]);
      this.noted(tx, plan, 'yearly_plan.agreed', 'plan_agreed');
    });
  }

  /** Takes one's own side's agreement back. @throws as `agree`; Blocked `definitions_not_agreed` when there is none */
  async withdraw(actor: StaffActor, fiscalYear: number, version: number): Promise<void> {
    await this.work.write(actor, { purpose: 'yearly_plan.withdraw_agreement' }, async (tx) => {
      const plan = await this.held(tx, fiscalYear, version);
      const ended = await tx.sql(
        `UPDATE definition_agreement a SET ended_at = app_now(), ended_by = app_staff()
         FROM yearly_plan p JOIN indicator i ON i.yearly_plan_id = p.id AND i.left_plan_at IS NULL
         WHERE p.id = $1 AND a.site_id = p.site_id AND a.window_from = p.window_from AND a.window_to = p.window_to AND a.definition = i.definition
           AND a.side = $2 AND a.ended_at IS NULL RETURNING a.id`,
        [plan.id, actor.side],
      );
      if (ended.length === 0) refuseBlocked([{ code: 'definitions_not_agreed' }]);
      this.noted(tx, plan, 'yearly_plan.agreement_withdrawn', 'plan_agreement_withdrawn');
    });
  }

  private async held(tx: Transaction<StaffActor>, fiscalYear: number, version: number): Promise<StoredPlan> {
    const { siteId } = tx.actor;
    await tx.sql('SELECT id FROM yearly_plan WHERE site_id = $1 AND fiscal_year = $2 FOR UPDATE', [siteId, fiscalYear]);
    const plan = await this.plans.get(tx, siteId, fiscalYear);
    if (plan.version !== version) {
      const [newest] = await this.plans.editions(tx, plan.id);
      throw new StaleEdit({
        changedBy: newest?.importedBy ?? '',
        changedAt: newest?.importedAt ?? tx.now,
        currentVersion: plan.version,
      });
    }
    return plan;
  }

  private noted(
    tx: Transaction<StaffActor>,
    plan: StoredPlan,
    kind: 'yearly_plan.agreed' | 'yearly_plan.agreement_withdrawn',
    told: PlanAgreementTold['kind'],
  ): void {
    tx.record({ kind, subject: { type: 'yearly_plan', id: `${plan.document.site.code}-${plan.fiscalYear}` } });
    tellOtherSide(tx, plan.id, told);
  }
}

/** Of every definition of a plan, whether each side agreed on it; typed-in numbers count nobody. */
export async function agreementsOn(tx: Transaction, planId: number): Promise<IndicatorAgreement[]> {
  return tx.sql<IndicatorAgreement>(
    `SELECT i.code, i.name, coalesce(bool_or(a.side = 'municipal'), false) AS municipal, coalesce(bool_or(a.side = 'national'), false) AS national
     FROM yearly_plan p JOIN indicator i ON i.yearly_plan_id = p.id AND i.left_plan_at IS NULL AND i.definition ->> 'type' <> 'manual'
     LEFT JOIN definition_agreement a ON a.site_id = p.site_id AND a.window_from = p.window_from AND a.window_to = p.window_to
       AND a.definition = i.definition AND a.ended_at IS NULL
     WHERE p.id = $1 GROUP BY i.id ORDER BY i.position`,
    [planId],
  );
}

/** Agrees for the actor's side on what a plan in force counts. @returns on how many definitions it had not yet agreed */
export async function agreeFor(tx: Transaction<StaffActor>, planId: number): Promise<number> {
  const { organisationId, side } = tx.actor;
  const agreed = await tx.sql(
    `INSERT INTO definition_agreement (site_id, org_id, side, window_from, window_to, definition)
     SELECT DISTINCT p.site_id, $2::int, $3, p.window_from, p.window_to, i.definition
     FROM yearly_plan p JOIN indicator i ON i.yearly_plan_id = p.id AND i.left_plan_at IS NULL AND i.definition ->> 'type' <> 'manual'
     WHERE p.id = $1 ON CONFLICT DO NOTHING RETURNING id`,
    [planId, organisationId, side],
  );
  return agreed.length;
}

/** Has the other side's administrators told. */
export function tellOtherSide(tx: Transaction<StaffActor>, planId: number, kind: PlanAgreementTold['kind']): void {
  const { siteId, side } = tx.actor;
  const payload: PlanAgreementTold = { kind, siteId, planId, to: side === 'municipal' ? 'national' : 'municipal' };
  tx.send({ topic: PLAN_AGREEMENT_TOPIC, payload });
}
