import { Injectable } from '@nestjs/common';
import { dueDayOf, stepsToDo } from '#domain/support-plan';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { CaseEvidence, type CaseTask, CaseTasks } from '../support-cases/index.js';
import { versionInForce } from './plan-view.js';
import { AGREED_VERSION_NUMBER, SupportPlansRepository } from './support-plans.repository.js';

/** What the plan means to its case: evidence that there is one, and what is to be done. */
@Injectable()
export class CaseProgress {
  constructor(
    private readonly plans: SupportPlansRepository,
    evidence: CaseEvidence,
    tasks: CaseTasks,
  ) {
    evidence.register({
      select: AGREED_VERSION_NUMBER,
      tell: (agreedPlanVersion: number | null) => ({ agreedPlanVersion }),
    });
    tasks.register((tx, { id }) => this.tasks(tx, id));
  }

  private async tasks(tx: Transaction, caseId: string): Promise<CaseTask[]> {
    const plan = await this.plans.ofCase(tx, caseId);
    if (!plan) return [];
    return stepsToDo(versionInForce(plan.versions).steps, tx.today).map((step) => ({
      id: step.id,
      title: step.title,
      side: step.ownerSide,
      ownerName: step.ownerName,
      dueOn: dueDayOf(step),
      href: `/cases/${caseId}/plan`,
    }));
  }
}
