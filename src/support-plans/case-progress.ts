import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { dueDayOf, stepsToDo } from '#domain/support-plan';
import type { CaseStatus } from '#domain/support-case';
import type { IsoDate } from '#kernel';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { CaseEvidence, type CaseTask, CaseTasks, CaseTransitions } from '../support-cases/index.js';
import { versionInForce } from './plan-view.js';
import { AGREED_VERSION_NUMBER, SupportPlansRepository } from './support-plans.repository.js';

/** What the plan means to its case: evidence that there is one, what is to be done, and the way on once it is agreed. */
@Injectable()
export class CaseProgress {
  constructor(
    private readonly plans: SupportPlansRepository,
    private readonly transitions: CaseTransitions,
    evidence: CaseEvidence,
    tasks: CaseTasks,
  ) {
    evidence.register({
      select: AGREED_VERSION_NUMBER,
      tell: (agreedPlanVersion: number | null) => ({ agreedPlanVersion }),
    });
    tasks.register((tx, { id }) => this.tasks(tx, id));
  }

  /**
   * Support starts when the plan is agreed: takes the case as far as the rules let it go, and no further. What holds it back
   * (no registration as a job seeker yet) stands on the page of the case's state.
   */
  advance(tx: Transaction<StaffActor>, caseId: string, on: IsoDate): Promise<CaseStatus> {
    return this.transitions.takeInOrder(tx, { caseId, actions: ['adopt_plan', 'start_support'], on });
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
