import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import {
  type UnattendedCase,
  UnattendedRepository,
  type UnattendedTask,
  UnattendedTasksService,
} from '../../support-teams/index.js';
import type { Transaction } from '../../platform/unit-of-work/index.js';

export interface Unattended {
  readonly cases: readonly UnattendedCase[];
  readonly tasks: readonly UnattendedTask[];
}

/** Rows of each kind that the home shows; the list of its own shows all cases. */
export const UNATTENDED_SHOWN = 20;

/** 担当者不在 on the supervisor's home: what nobody of the own organisation answers for, as far as the supervisor sees it. */
@Injectable()
export class UnattendedQuery {
  constructor(
    private readonly unattended: UnattendedRepository,
    private readonly tasks: UnattendedTasksService,
  ) {}

  async read(tx: Transaction<StaffActor>): Promise<Unattended> {
    return {
      cases: await this.unattended.cases(tx, UNATTENDED_SHOWN + 1),
      tasks: await this.tasks.read(tx, UNATTENDED_SHOWN + 1),
    };
  }
}
