import { Injectable } from '@nestjs/common';
import type { Side, StaffActor } from '#access';
import type { IsoDate } from '#kernel';
import type { Transaction } from '../../platform/unit-of-work/index.js';

/** A promise of an earlier consultation, and what became of it. */
export interface PromiseLine {
  readonly title: string;
  readonly dueOn: IsoDate;
  readonly state: 'open' | 'done' | 'dropped';
  readonly owner: string | null;
  readonly side: Side | 'jobseeker';
}

export interface SinceLastSeen {
  /** The reader's own last record on this person; null when this is the first time. */
  readonly lastOn: IsoDate | null;
  /** Records others made since, by kind. */
  readonly changes: readonly { readonly kind: string; readonly side: Side | null; readonly count: number }[];
  /** The last three promises, newest first. */
  readonly promises: readonly PromiseLine[];
}

/** 前回から: what whoever opens a case after a while has to know first. */
@Injectable()
export class SinceLastSeenQuery {
  async read(tx: Transaction, actor: StaffActor, caseId: string): Promise<SinceLastSeen> {
    const [last] = await tx.sql<{ at: string | null; on: IsoDate | null }>(
      `SELECT max(t.recorded_at)::text AS at, max(t.occurred_on)::text AS on FROM timeline_entry t
       WHERE t.actor_staff_id = $1 AND t.jobseeker_id = (SELECT jobseeker_id FROM case_head WHERE id = $2)`,
      [actor.staffId, caseId],
    );
    const changes = await tx.sql<SinceLastSeen['changes'][number]>(
      `SELECT t.kind, t.actor_side AS side, count(*)::int AS count FROM timeline_entry t
       WHERE t.jobseeker_id = (SELECT jobseeker_id FROM case_head WHERE id = $2) AND t.actor_staff_id IS DISTINCT FROM $1
         AND ($3::timestamptz IS NULL OR t.recorded_at > $3)
       GROUP BY t.kind, t.actor_side ORDER BY max(t.recorded_at) DESC LIMIT 8`,
      [actor.staffId, caseId, last?.at ?? null],
    );
    const promises = await tx.sql<PromiseLine>(
      `SELECT n.title, n.due_on::text AS "dueOn", n.state, s.name AS owner, n.owner_side AS side FROM next_action_head n
        LEFT JOIN staff_head s ON s.id = n.owner_staff_id
       WHERE n.jobseeker_id = (SELECT jobseeker_id FROM case_head WHERE id = $1) ORDER BY n.created_at DESC, n.id DESC LIMIT 3`,
      [caseId],
    );
    return { lastOn: last?.on ?? null, changes, promises };
  }
}
