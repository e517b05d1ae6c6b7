import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { InvalidInput, lastDay, type YearMonth } from '#kernel';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work/index.js';
import { type StoredIndicator, YearlyPlanRepository } from '../yearly-plan.repository.js';
import type { EnterManualFigure } from './manual-figure.dto.js';

/** One number as it was typed in, with who, when and from where. */
export interface ManualFigureLine {
  readonly id: string;
  readonly code: string;
  /** 指標, as its plan last called it. */
  readonly name: string;
  readonly unit: string;
  /** False: the plan no longer has the indicator, or counts it from records; the number waits for it. */
  readonly counted: boolean;
  readonly month: YearMonth;
  readonly value: number;
  readonly source: string;
  readonly enteredAt: Date;
  readonly enteredBy: string | null;
}

export interface ManualFigures {
  /** The indicators of the plan whose numbers are typed in. */
  readonly indicators: readonly StoredIndicator[];
  /** Everything typed in for the year, newest entry first; of a month the newest counts. */
  readonly items: readonly ManualFigureLine[];
}

/** 手入力の実績: numbers of other systems, typed in month by month. Nothing typed is overwritten; the newest entry counts. */
@Injectable()
export class ManualFiguresService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: YearlyPlanRepository,
  ) {}

  /** @throws NotFound `yearly_plan`; InvalidInput `not_one_of` (no such manual indicator), `date_in_future`, `month_outside_plan` */
  async enter(
    actor: StaffActor,
    fiscalYear: number,
    input: EnterManualFigure,
    idempotencyKey?: string,
  ): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'manual_figure.enter', idempotencyKey }, async (tx) => {
      const plan = await this.plans.get(tx, actor.siteId, fiscalYear);
      const indicator = plan.indicators.find(
        ({ code, definition }) => code === input.code && definition.type === 'manual',
      );
      if (!indicator) throw new InvalidInput([{ field: 'code', code: 'not_one_of' }]);
      if (`${input.month}-01` > tx.today) throw new InvalidInput([{ field: 'month', code: 'date_in_future' }]);
      if (`${input.month}-01` > plan.window.to || lastDay(input.month) < plan.window.from)
        throw new InvalidInput([{ field: 'month', code: 'month_outside_plan' }]);
      const id = uuid();
      await tx.sql(
        'INSERT INTO manual_figure (id, site_id, org_id, indicator_id, month, value, source) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [id, actor.siteId, actor.organisationId, indicator.id, input.month, input.value, input.source],
      );
      tx.record({ kind: 'manual_figure.entered', subject: { type: 'manual_figure', id } });
      return { id };
    });
  }

  /** @throws NotFound `yearly_plan` */
  async ofYear(actor: StaffActor, fiscalYear: number): Promise<ManualFigures> {
    return this.work.read(actor, async (tx) => {
      const plan = await this.plans.get(tx, actor.siteId, fiscalYear);
      return {
        indicators: plan.indicators.filter(({ definition }) => definition.type === 'manual'),
        items: await this.entries(tx, plan.id),
      };
    });
  }

  private entries(tx: Transaction, planId: number): Promise<ManualFigureLine[]> {
    return tx.sql<ManualFigureLine>(
      `SELECT m.id, i.code, i.name, i.unit, i.left_plan_at IS NULL AND i.definition->>'type' = 'manual' AS counted, m.month,
        m.value::float8 AS value, m.source, m.entered_at AS "enteredAt", s.name AS "enteredBy"
       FROM manual_figure m JOIN indicator i ON i.id = m.indicator_id LEFT JOIN staff_head s ON s.id = m.entered_by
       WHERE i.yearly_plan_id = $1 ORDER BY m.entered_at DESC, m.id DESC LIMIT 500`,
      [planId],
    );
  }
}
