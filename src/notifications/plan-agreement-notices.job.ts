import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SystemActor } from '#access';
import { type JobPayload, JobHandlers } from '../platform/queue/index.js';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import { PLAN_AGREEMENT_TOPIC, type PlanAgreementTold } from '../yearly-plans/index.js';
import { tellRole } from './tell-role.js';

const WORKER = (siteId: number): SystemActor => ({
  kind: 'system',
  name: 'worker',
  siteIds: [siteId],
  organisationIds: [],
});

/** Tells the administrators of one side what the other agreed on, took back, or defined anew (数え方の合意). */
@Injectable()
export class PlanAgreementNoticesJob implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      topic: PLAN_AGREEMENT_TOPIC,
      // Its writers are the yearly plans, which write exactly this.
      handle: (payload: JobPayload, messageId: string) => this.tell(payload as unknown as PlanAgreementTold, messageId),
    });
  }

  private async tell({ kind, siteId, planId, to }: PlanAgreementTold, messageId: string): Promise<void> {
    await this.work.write(WORKER(siteId), { purpose: PLAN_AGREEMENT_TOPIC }, (tx) =>
      tellRole(tx, siteId, 'site_administrator', {
        kind,
        subjectType: 'yearly_plan',
        subjectId: uuidOfPlan(planId),
        messageId,
        side: to,
      }),
    );
  }
}

/** What a notice is about has a uuid everywhere else; a plan has a number. */
const uuidOfPlan = (id: number): string => `00000000-0000-0000-0000-${id.toString(16).padStart(12, '0')}`;
