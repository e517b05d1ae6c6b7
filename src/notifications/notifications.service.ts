import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { type IsoDate, NotFound } from '#kernel';
import { UnitOfWork } from '../platform/unit-of-work/index.js';

export interface NotificationLine {
  readonly id: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly dueOn: IsoDate | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  /** The person concerned, when the reader may see them now. */
  readonly jobseekerId: string | null;
  readonly name: string | null;
  readonly caseId: string | null;
}

/** お知らせ: what the jobs have to tell one member of staff. Names are looked up when read, as the reader. */
@Injectable()
export class NotificationsService {
  constructor(private readonly work: UnitOfWork) {}

  /** Unread first, then newest; at most 200. */
  async mine(actor: StaffActor): Promise<NotificationLine[]> {
    return this.work.read(actor, (tx) =>
      tx.sql<NotificationLine>(
        `SELECT n.id, n.kind, n.subject_type AS "subjectType", n.subject_id AS "subjectId", n.due_on::text AS "dueOn", n.created_at AS "createdAt", n.read_at AS "readAt",
           j.id AS "jobseekerId", j.family_name || ' ' || j.given_name AS name,
           (SELECT w.support_case_id FROM due_work w WHERE w.subject_type = n.subject_type AND w.subject_id = n.subject_id LIMIT 1) AS "caseId"
         FROM notification n LEFT JOIN jobseeker j ON j.id = n.jobseeker_id
         WHERE n.staff_id = $1 AND n.site_id = $2 ORDER BY n.read_at IS NOT NULL, n.created_at DESC, n.id LIMIT 200`,
        [actor.staffId, actor.siteId],
      ),
    );
  }

  async unread(actor: StaffActor): Promise<number> {
    const [row] = await this.work.read(actor, (tx) =>
      tx.sql<{ n: number }>(
        'SELECT count(*)::int AS n FROM notification WHERE staff_id = $1 AND site_id = $2 AND read_at IS NULL',
        [actor.staffId, actor.siteId],
      ),
    );
    return row?.n ?? 0;
  }

  /** @throws NotFound when it is not one's own */
  async markRead(actor: StaffActor, id: string): Promise<void> {
    await this.work.write(actor, { purpose: 'notification.read' }, async (tx) => {
      const read = await tx.sql(
        'UPDATE notification SET read_at = coalesce(read_at, app_now()) WHERE id = $1 RETURNING id',
        [id],
      );
      if (read.length === 0) throw new NotFound('notification');
    });
  }
}
