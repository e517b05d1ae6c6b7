import { Injectable } from '@nestjs/common';
import type { IsoDate } from '#kernel';
import type { OpenTask, OwnerSide } from '#domain/task';
import { type CaseStatus, nextStepOf } from '#domain/support-case';
import type { Transaction } from '../../platform/unit-of-work/index.js';

/** Something that waits on a case, and whose it is. */
export interface CaseTask extends OpenTask {
  readonly title: string;
  readonly side: OwnerSide;
  readonly ownerName: string | null;
  readonly dueOn: IsoDate | null;
  /** Where it can be seen or done. */
  readonly href: string;
}

interface CaseOfPerson {
  readonly id: string;
  readonly jobseekerId: string;
  readonly status: CaseStatus;
}

export type FindTasks = (tx: Transaction, supportCase: CaseOfPerson) => Promise<readonly CaseTask[]>;

/** Port for what waits on a case, which the rooms of plans and consultations know. */
@Injectable()
export class CaseTasks {
  private readonly sources: FindTasks[] = [];

  register(find: FindTasks): void {
    this.sources.push(find);
  }

  /** 次にすること: what comes first. */
  async next(tx: Transaction, supportCase: CaseOfPerson): Promise<CaseTask | null> {
    const tasks: CaseTask[] = [];
    for (const find of this.sources) tasks.push(...(await find(tx, supportCase)));
    return nextStepOf(supportCase.status, tasks);
  }
}
