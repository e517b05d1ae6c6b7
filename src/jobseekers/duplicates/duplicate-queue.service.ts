import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { type IsoDate, NotFound, refuseBlocked } from '#kernel';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import type { DecideDuplicate } from '../dto/decide-duplicate.dto.js';

/** As much of a person as the administrator decides by; kana and birth date of a protected person are null. */
export interface SuspectedPerson {
  readonly number: string;
  readonly organisationName: string;
  readonly registeredOn: IsoDate;
  readonly isProtected: boolean;
  readonly kana: string | null;
  readonly birthDate: IsoDate | null;
}

/**
 * Two records that may be one person; whoever registered `one` could not know of `other`. A pair with a protected person is
 * known only to the organisation that registered them.
 */
export interface DuplicateSuspicion {
  readonly id: string;
  readonly strength: 'strong' | 'possible';
  readonly state: 'open' | 'same_person' | 'different';
  readonly notedAt: Date;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly note: string | null;
  readonly one: SuspectedPerson;
  readonly other: SuspectedPerson;
}

/** 重複の確認: the site administrator's queue. */
@Injectable()
export class DuplicateQueueService {
  constructor(private readonly work: UnitOfWork) {}

  /** Open ones first, then the latest decided. */
  async list(actor: StaffActor): Promise<DuplicateSuspicion[]> {
    return this.work.read(actor, (tx) =>
      tx.sql<DuplicateSuspicion>(
        `SELECT id, strength, state, noted_at AS "notedAt", decided_at AS "decidedAt", decided_by AS "decidedBy", note, one, other
         FROM duplicate_queue() ORDER BY decided_at DESC NULLS FIRST, strength DESC, noted_at, id LIMIT 200`,
      ),
    );
  }

  /** @throws NotFound, also of a pair that `list` keeps from the actor; Blocked `duplicate_decided` */
  async decide(actor: StaffActor, id: string, { state, note }: DecideDuplicate): Promise<void> {
    await this.work.write(actor, { purpose: 'duplicate.decide' }, async (tx) => {
      const decided = await tx.sql(
        `UPDATE duplicate_suspicion SET state = $2, note = $3, decided_at = app_now(), decided_by = app_staff() WHERE id = $1 AND state = 'open' RETURNING id`,
        [id, state, note],
      );
      if (decided.length === 0) {
        const known = await tx.sql('SELECT id FROM duplicate_suspicion WHERE id = $1', [id]);
        if (known.length === 0) throw new NotFound('duplicate_suspicion');
        refuseBlocked([{ code: 'duplicate_decided' }]);
      }
      tx.record({
        kind: 'duplicate.decided',
        subject: { type: 'duplicate_suspicion', id },
        changes: { state: { from: 'open', to: state } },
      });
    });
  }
}
