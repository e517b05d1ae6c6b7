import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { type IsoDate, NotFound } from '#kernel';
import type { LeftBehindKind } from '#domain/organisation';
import type { Transaction } from '../../platform/unit-of-work/index.js';
import { StaffRepository } from '../staff.repository.js';

type Tx = Transaction<StaffActor>;

/** One thing still to be done whose owner works here no more, as far as the actor sees it. */
export interface LeftBehindTask {
  readonly kind: LeftBehindKind;
  readonly id: string;
  readonly version: number;
  readonly jobseekerId: string;
  readonly caseId: string | null;
  /** What is to be done; null where the kind says it all. */
  readonly title: string | null;
  /** 期限, of an interview its day. */
  readonly dueOn: IsoDate;
  /** Whoever it was left by. */
  readonly ownerId: string;
}

/** Whose, at most how many, and which one if one is meant. */
export interface OwnersAsked {
  readonly ownerIds: readonly string[];
  readonly limit: number;
  readonly id: string | null;
}

/** A room that keeps work which names somebody. */
export interface LeftBehindSource {
  readonly kinds: readonly LeftBehindKind[];
  /** What is open and named one of these, those due first first. */
  readonly ofOwners: (tx: Tx, asked: OwnersAsked) => Promise<LeftBehindTask[]>;
  /** Names another for it, and tells it. @throws StaleEdit */
  readonly giveTo: (tx: Tx, task: LeftBehindTask, staffId: string) => Promise<void>;
}

/** Port for what stands in 「担当者不在」 besides cases: next actions, plans and referrals register what they know. */
@Injectable()
export class LeftBehindTasks {
  private readonly sources: LeftBehindSource[] = [];

  constructor(private readonly staff: StaffRepository) {}

  register(source: LeftBehindSource): void {
    this.sources.push(source);
  }

  /** Of the actor's own organisation, those due first first. */
  async list(tx: Tx, limit: number): Promise<(LeftBehindTask & { readonly owner: string })[]> {
    const gone = new Map((await this.staff.notAtWork(tx)).map(({ id, name }) => [id, name]));
    if (gone.size === 0) return [];
    const tasks: LeftBehindTask[] = [];
    for (const source of this.sources)
      tasks.push(...(await source.ofOwners(tx, { ownerIds: [...gone.keys()], limit, id: null })));
    return tasks
      .sort((one, other) => one.dueOn.localeCompare(other.dueOn) || one.id.localeCompare(other.id))
      .slice(0, limit)
      .map((task) => ({ ...task, owner: gone.get(task.ownerId) ?? '' }));
  }

  /** @throws NotFound where it does not wait (any more); StaleEdit */
  async giveTo(tx: Tx, { kind, id }: Pick<LeftBehindTask, 'kind' | 'id'>, staffId: string): Promise<void> {
    const source = this.sources.find(({ kinds }) => kinds.includes(kind));
    const ownerIds = (await this.staff.notAtWork(tx)).map((one) => one.id);
    const waiting = (await source?.ofOwners(tx, { ownerIds, limit: 1, id })) ?? [];
    const task = waiting.find((one) => one.kind === kind);
    if (source === undefined || task === undefined) throw new NotFound(kind);
    await source.giveTo(tx, task, staffId);
  }
}
