import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { type IsoDate, NotFound, refuseBlocked } from '#kernel';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import type { DecideDuplicate } from '../dto/decide-duplicate.dto.js';

type DuplicateState = 'open' | 'same_person' | 'different';

/** One's own person, as one's own organisation knows them. */
export interface AskedPerson {
  readonly id: string;
  readonly number: string;
  readonly kana: string;
  readonly birthDate: IsoDate | null;
  readonly registeredOn: IsoDate;
  readonly protectedUntil: IsoDate | null;
}

/**
 * Whether one's own person may be somebody whom another organisation knows as well. Of the other's record it says nothing but whose administrator to ask:
 * each side answers by its own data.
 */
export interface DuplicateQuestion {
  readonly id: string;
  /** Whose administrator to ask. */
  readonly askedBy: string;
  readonly person: AskedPerson;
  /** The own answer. */
  readonly state: DuplicateState;
  readonly note: string | null;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  /** What both answers make; `open` until the other side has answered. */
  readonly result: DuplicateState;
}

/** 重複の確認: the questions put to one's own organisation. To its administrators; of somebody protected, to the few who may see them. */
@Injectable()
export class DuplicateQueueService {
  constructor(private readonly work: UnitOfWork) {}

  /** Those to be answered first, then the latest answered. Nothing in the order tells when another registered somebody. */
  async list(actor: StaffActor): Promise<DuplicateQuestion[]> {
    const rows = await this.work.read(actor, (tx) =>
      tx.sql<Omit<DuplicateQuestion, 'person'> & Omit<AskedPerson, 'id'> & { readonly personId: string }>(
        `SELECT q.id, o.name AS "askedBy", q.state, q.note, q.answered_at AS "answeredAt", s.name AS "answeredBy", q.result, j.id AS "personId", j.number,
           i.family_kana || ' ' || i.given_kana AS kana, i.birth_date AS "birthDate", j.registered_on AS "registeredOn", j.protected_until AS "protectedUntil"
         FROM duplicate_question q JOIN jobseeker j ON j.id = q.jobseeker_id JOIN jobseeker_identity i ON i.jobseeker_id = j.id AND i.org_id = q.org_id
         JOIN organisation_name o ON o.id = q.about_org LEFT JOIN staff_head s ON s.id = q.answered_by
         ORDER BY q.answered_at DESC NULLS FIRST, i.kana_key, q.id LIMIT 200`,
      ),
    );
    return rows.map(({ personId, number, kana, birthDate, registeredOn, protectedUntil, ...question }) => ({
      ...question,
      person: { id: personId, number, kana, birthDate, registeredOn, protectedUntil },
    }));
  }

  /**
   * Answers, or answers otherwise than before: a slip is mended by the other answer.
   * @throws NotFound of a question that `list` keeps from the actor; Blocked `duplicate_decided` when that is the answer already
   */
  async decide(actor: StaffActor, id: string, { state, note }: DecideDuplicate): Promise<void> {
    await this.work.write(actor, { purpose: 'duplicate.decide' }, async (tx) => {
      const [question] = await tx.sql<{ state: DuplicateState }>(
        `SELECT q.state FROM duplicate_question q WHERE q.id = $1`,
        [id],
      );
      if (!question) throw new NotFound('duplicate_suspicion');
      await tx.sql('SELECT hold_duplicate($1)', [id]);
      const answered = await tx.sql(
        `UPDATE duplicate_question SET state = $2, note = $3, answered_at = app_now(), answered_by = app_staff() WHERE id = $1 AND state <> $2 RETURNING id`,
        [id, state, note],
      );
      if (answered.length === 0) refuseBlocked([{ code: 'duplicate_decided' }]);
      tx.record({
        kind: 'duplicate.decided',
        subject: { type: 'duplicate_suspicion', id },
        changes: { state: { from: question.state, to: state } },
      });
      tx.send({ topic: DUPLICATE_TOLD_TOPIC, payload: { siteId: actor.siteId, questionId: id } });
    });
  }
}

/** Topic of the messages by which those who have to answer, or learn of the result, are told. */
export const DUPLICATE_TOLD_TOPIC = 'duplicate.told';

/** What such a message carries. */
export interface DuplicateTold {
  readonly siteId: number;
  readonly questionId: string;
}
