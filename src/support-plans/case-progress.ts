import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { branchStanding } from '#domain/support-plan';
import type { CaseStatus } from '#domain/support-case';
import type { IsoDate } from '#kernel';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { CaseEvidence, type CaseNextStep, CaseTransitions, NextStepSource } from '../support-cases/index.js';
import { versionInForce } from './plan-view.js';
import { AGREED_VERSION_NUMBER, SupportPlansRepository } from './support-plans.repository.js';

/** What the plan means to its case: evidence that there is one, the next step, and the way on once it is agreed. */
@Injectable()
export class CaseProgress {
  constructor(
    private readonly plans: SupportPlansRepository,
    private readonly transitions: CaseTransitions,
    evidence: CaseEvidence,
    nextSteps: NextStepSource,
  ) {
    evidence.register({
      select: AGREED_VERSION_NUMBER,
      tell: (agreedPlanVersion: number | null) => ({ agreedPlanVersion }),
    });
    nextSteps.register((tx, caseId) => this.nextStep(tx, caseId));
  }

  /**
   * Support starts when the plan is agreed: takes the case as far as the rules let it go, and no further. What holds it back
   * (no registration as a job seeker yet) stands on the page of the case's state.
   */
  goOn(tx: Transaction<StaffActor>, caseId: string, on: IsoDate): Promise<CaseStatus> {
    return this.transitions.takeInTurn(tx, { caseId, actions: ['adopt_plan', 'start_support'], on });
  }

  private async nextStep(tx: Transaction, caseId: string): Promise<CaseNextStep | null> {
    const plan = await this.plans.ofCase(tx, caseId);
    if (!plan) return null;
    const { steps } = versionInForce(plan.versions);
    const [next] = steps
      .filter(
        (step) => step.state === 'open' && ['not_a_branch', 'due'].includes(branchStanding(step, steps, tx.today)),
      )
      .sort((one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999'));
    return next
      ? {
          title: next.title,
          side: next.ownerSide,
          ownerName: next.ownerName,
          dueOn: next.dueOn,
          href: `/cases/${caseId}/plan`,
        }
      : null;
  }
}
