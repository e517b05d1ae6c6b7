import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { NotFound } from '#kernel';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import { linesOf, type NotificationLine, type NotificationRow } from './notice-lines.js';

/** What is about the same person and case as the notice $1 and was there when it came; what is about nobody, with its kind. */
const SAME_LINE = `n.staff_id = told.staff_id AND n.site_id = told.site_id AND n.created_at <= told.created_at
  AND CASE WHEN told.jobseeker_id IS NULL THEN n.jobseeker_id IS NULL AND n.kind = told.kind
      ELSE n.jobseeker_id = told.jobseeker_id AND n.support_case_id IS NOT DISTINCT FROM told.support_case_id END`;

/** お知らせ: what one member of staff is told. Names and links are looked up when it is read, as the reader. */
@Injectable()
export class NotificationsService {
  constructor(private readonly work: UnitOfWork) {}

  /** One line a person and case, or a kind of what is about nobody, the unread first; of at most the 300 newest notices. */
  async mine(actor: StaffActor): Promise<NotificationLine[]> {
    const rows = await this.work.read(actor, (tx) =>
      tx.sql<NotificationRow>(
        `WITH newest AS MATERIALIZED (
           SELECT * FROM notification WHERE staff_id = $1 AND site_id = $2 ORDER BY read_at IS NOT NULL, created_at DESC, id LIMIT 300)
         SELECT n.id, n.kind, n.subject_type AS "subjectType", n.subject_id AS "subjectId", n.due_on::text AS "dueOn", n.created_at AS "createdAt",
           n.read_at AS "readAt", n.jobseeker_id AS person, n.support_case_id AS "supportCase",
           j.id AS "jobseekerId", j.name, c.id AS "caseId"
         FROM newest n LEFT JOIN jobseeker_head j ON j.id = n.jobseeker_id LEFT JOIN case_head c ON c.id = n.support_case_id AND c.jobseeker_id = j.id`,
        [actor.staffId, actor.siteId],
      ),
    );
    return linesOf(rows);
  }

  /**
   * Reads a line: the notice, and what was told of the same person and case, or of its kind, until then.
   * @throws NotFound when it is not one's own
   */
  async markRead(actor: StaffActor, id: string): Promise<void> {
    await this.work.write(actor, { purpose: 'notification.read' }, async (tx) => {
      const [own] = await tx.sql('SELECT id FROM notification WHERE id = $1', [id]);
      if (!own) throw new NotFound('notification');
      await tx.sql(
        `UPDATE notification n SET read_at = app_now() FROM notification told WHERE told.id = $1 AND n.read_at IS NULL AND ${SAME_LINE}`,
        [id],
      );
    });
  }

  /** Takes a reading back: whatever was read with this notice is to be read again. @throws NotFound when it is not one's own */
  async markUnread(actor: StaffActor, id: string): Promise<void> {
    await this.work.write(actor, { purpose: 'notification.unread' }, async (tx) => {
      const [own] = await tx.sql('SELECT id FROM notification WHERE id = $1', [id]);
      if (!own) throw new NotFound('notification');
      await tx.sql(
        `UPDATE notification n SET read_at = NULL FROM notification told WHERE told.id = $1 AND n.read_at = told.read_at AND ${SAME_LINE}`,
        [id],
      );
    });
  }

  /**
   * Reads everything there is.
   * @param upTo the newest notice that the reader saw: what came after it stays unread
   */
  async markAllRead(actor: StaffActor, upTo?: string): Promise<void> {
    await this.work.write(actor, { purpose: 'notification.read_all' }, (tx) =>
      tx.sql(
        `UPDATE notification SET read_at = app_now() WHERE staff_id = $1 AND site_id = $2 AND read_at IS NULL
           AND ($3::uuid IS NULL OR created_at <= (SELECT created_at FROM notification WHERE id = $3))`,
        [actor.staffId, actor.siteId, upTo ?? null],
      ),
    );
  }
}
