import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import type { LeftBehindKind } from '#domain/organisation';
import { DomainError, InvalidInput } from '#kernel';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { type LeftBehindTask, LeftBehindTasks } from '../team-members/index.js';
import type { TakeOverTasks } from './dto/take-over.dto.js';
import { TeamEntry } from './team-entry.js';
import { refusalCode } from './unattended.service.js';
import { UNATTENDED_MOST, UnattendedRepository } from './unattended.repository.js';

/** Something promised whose owner works here no more. */
export interface UnattendedTask extends LeftBehindTask {
  /** The person it is for. */
  readonly name: string;
  /** Name of whoever it was left by. */
  readonly owner: string;
}

/** What became of one of them; with `refused` why, as a code of the catalogue. */
export interface TakeOverTaskLine {
  readonly kind: LeftBehindKind;
  readonly id: string;
  readonly result: 'assigned' | 'refused';
  readonly reason: string | null;
}

/** 担当者不在: next actions, steps and reviews of plans, interviews whose owner left, and naming somebody for them. */
@Injectable()
export class UnattendedTasksService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leftBehind: LeftBehindTasks,
    private readonly unattended: UnattendedRepository,
    private readonly entry: TeamEntry,
  ) {}

  /** As far as the actor sees them; one more than a screen holds, so that it can say that there are more. */
  list(actor: StaffActor): Promise<UnattendedTask[]> {
    return this.work.read(actor, (tx) => this.read(tx, UNATTENDED_MOST + 1));
  }

  /** In the caller's transaction. */
  async read(tx: Transaction<StaffActor>, limit: number): Promise<UnattendedTask[]> {
    const tasks = await this.leftBehind.list(tx, limit);
    const names = await this.unattended.names(tx, [...new Set(tasks.map(({ jobseekerId }) => jobseekerId))]);
    return tasks.map((task) => ({ ...task, name: names.get(task.jobseekerId) ?? '' }));
  }

  /**
   * Names one of the own organisation for several; each for itself, so that one refusal keeps back no other.
   * @throws InvalidInput `not_one_of` for somebody who may not be named
   */
  async takeOver(actor: StaffActor, { staffId, tasks }: TakeOverTasks): Promise<{ items: TakeOverTaskLine[] }> {
    await this.work.read(actor, (tx) => this.own(tx, staffId));
    const items: TakeOverTaskLine[] = [];
    for (const { kind, id } of tasks)
      items.push({ kind, id, ...(await this.takeOverOne(actor, { kind, id }, staffId)) });
    return { items };
  }

  private async takeOverOne(
    actor: StaffActor,
    task: Pick<LeftBehindTask, 'kind' | 'id'>,
    staffId: string,
  ): Promise<Pick<TakeOverTaskLine, 'result' | 'reason'>> {
    try {
      await this.work.write(actor, { purpose: 'task.take_over' }, async (tx) => {
        await this.own(tx, staffId);
        await this.leftBehind.giveTo(tx, task, staffId);
      });
      return { result: 'assigned', reason: null };
    } catch (error) {
      if (error instanceof DomainError) return { result: 'refused', reason: refusalCode(error) };
      throw error;
    }
  }

  private async own(tx: Transaction<StaffActor>, staffId: string): Promise<void> {
    const { organisationId } = await this.entry.choice(tx, staffId, 'staffId');
    if (organisationId !== tx.actor.organisationId) throw new InvalidInput([{ field: 'staffId', code: 'not_one_of' }]);
  }
}
