import { Injectable } from '@nestjs/common';
import type { IsoDate } from '#kernel';
import type { Side } from '#access';
import type { Transaction } from '../../platform/unit-of-work/index.js';

/** 次にすること: what has to happen next on a case, and whose it is. */
export interface CaseNextStep {
  readonly title: string;
  readonly side: Side | 'jobseeker';
  readonly ownerName: string | null;
  readonly dueOn: IsoDate | null;
  /** Where it can be seen or done. */
  readonly href?: string | undefined;
}

export type FindNextStep = (tx: Transaction, caseId: string) => Promise<CaseNextStep | null>;

/** Port for the next step of a case, which the rooms of plans and consultations know. Of several the earliest due is shown. */
@Injectable()
export class NextStepSource {
  private readonly sources: FindNextStep[] = [];

  register(find: FindNextStep): void {
    this.sources.push(find);
  }

  async of(tx: Transaction, caseId: string): Promise<CaseNextStep | null> {
    const steps: CaseNextStep[] = [];
    for (const find of this.sources) {
      const step = await find(tx, caseId);
      if (step) steps.push(step);
    }
    return steps.sort((one, other) => ((one.dueOn ?? '9999') < (other.dueOn ?? '9999') ? -1 : 1))[0] ?? null;
  }
}
