import { Injectable } from '@nestjs/common';
import type { Side } from '#access';
import type { ConsultationChannel, ConsultationKind, ConsultationOutcome } from '#domain/consultation';
import type { IsoDate } from '#kernel';
import { noteOpening } from '../jobseekers/index.js';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { type NextActionLine, NEXT_ACTION_JSON } from './next-actions/next-action-line.js';

interface StaffName {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
}

/** 追記: added once the record itself could no longer be edited, or by the other side. */
export interface Addendum {
  readonly id: string;
  readonly text: string;
  readonly author: StaffName | null;
  readonly addedAt: Date;
}

/** 相談記録 as the actor may read it. */
export interface ConsultationView {
  readonly id: string;
  readonly jobseekerId: string;
  readonly jobseekerName: string;
  readonly jobseekerKana: string;
  readonly supportCaseId: string | null;
  readonly deskId: number | null;
  readonly deskName: string | null;
  readonly heldOn: IsoDate;
  /** 'HH:MM' */
  readonly startedAt: string | null;
  readonly minutes: number | null;
  readonly kind: ConsultationKind;
  readonly channel: ConsultationChannel;
  readonly byAppointment: boolean;
  readonly outcomes: readonly ConsultationOutcome[];
  readonly sharedText: string;
  /** 自機関だけの記録 of the actor's own organisation. */
  readonly ownNote: string | null;
  readonly author: StaffName;
  readonly participants: readonly StaffName[];
  readonly addenda: readonly Addendum[];
  readonly nextActions: readonly NextActionLine[];
  readonly loggedAt: Date;
  readonly version: number;
}

/** Which records: one, those of a person, those of a case. */
export type ConsultationScope =
  { readonly id: string } | { readonly jobseekerId: string } | { readonly supportCaseId: string };

export interface Slice {
  /** Only records that come after this one, in the order of the list. */
  readonly after?: string | undefined;
  readonly limit: number;
}

const STAFF_JSON = (staff: string): string =>
  `jsonb_build_object('id', ${staff}.id, 'name', ${staff}.name, 'side', ${staff}.side)`;

const SELECT = `
  SELECT j.protected_until AS "protectedUntil", k.id, k.jobseeker_id AS "jobseekerId", j.name AS "jobseekerName", j.kana AS "jobseekerKana",
    k.support_case_id AS "supportCaseId", k.desk_id AS "deskId", d.name AS "deskName", k.held_on AS "heldOn",
      to_char(k.started_at, 'HH24:MI') AS "startedAt", k.minutes,
    k.kind, k.channel, k.by_appointment AS "byAppointment", k.outcomes, k.shared_text AS "sharedText", nullif(n.text, '') AS "ownNote",
    ${STAFF_JSON('a')} AS author, k.created_at AS "loggedAt", k.version,
    (SELECT coalesce(jsonb_agg(${STAFF_JSON('s')} ORDER BY s.id <> k.author_id, s.side, s.name_kana), '[]') FROM consultation_participant p
       JOIN staff_head s ON s.id = p.staff_id WHERE p.consultation_id = k.id) AS participants,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'text', e.text, 'addedAt', e.created_at, 'author', CASE WHEN s.id IS NOT NULL
      THEN ${STAFF_JSON('s')} END)
       ORDER BY e.created_at, e.id), '[]') FROM consultation_addendum e
       LEFT JOIN staff_head s ON s.id = e.created_by WHERE e.consultation_id = k.id) AS addenda,
    (SELECT coalesce(jsonb_agg(${NEXT_ACTION_JSON} ORDER BY x.due_on, x.id), '[]') FROM next_action x
       LEFT JOIN staff_head xs ON xs.id = x.owner_staff_id WHERE x.consultation_id = k.id) AS "nextActions"
  FROM consultation k
    JOIN jobseeker_head j ON j.id = k.jobseeker_id
    JOIN staff_head a ON a.id = k.author_id
    LEFT JOIN desk_name d ON d.id = k.desk_id
    LEFT JOIN consultation_note n ON n.consultation_id = k.id`;

/** Reads consultations as far as the actor sees them. */
@Injectable()
export class ConsultationsRepository {
  async find(tx: Transaction, id: string): Promise<ConsultationView | undefined> {
    const [view] = await this.list(tx, { id }, { limit: 1 });
    return view;
  }

  /** Newest first. */
  async list(tx: Transaction, scope: ConsultationScope, { after, limit }: Slice): Promise<ConsultationView[]> {
    const column = 'id' in scope ? 'id' : 'jobseekerId' in scope ? 'jobseeker_id' : 'support_case_id';
    const value = 'id' in scope ? scope.id : 'jobseekerId' in scope ? scope.jobseekerId : scope.supportCaseId;
    const rows = await tx.sql<ConsultationView & { readonly protectedUntil: IsoDate | null }>(
      `${SELECT} WHERE k.${column} = $1
         AND ($2::uuid IS NULL OR (k.held_on, k.id) < (SELECT b.held_on, b.id FROM consultation b WHERE b.id = $2))
       ORDER BY k.held_on DESC, k.id DESC LIMIT $3`,
      [value, after ?? null, limit],
    );
    return rows.map(({ protectedUntil, ...row }) => {
      noteOpening(tx, { id: row.jobseekerId, protectedUntil });
      return { ...row, addenda: row.addenda.map((addendum) => ({ ...addendum, addedAt: new Date(addendum.addedAt) })) };
    });
  }
}
