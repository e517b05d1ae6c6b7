import { DeliverNoticesJob } from '../../../src/notifications/deliver-notices.job.js';
import type { NoticeWanted } from '../../../src/platform/unit-of-work/index.js';
import type { TestApplication } from '../application.js';

/** Delivers every notice that waits, as a worker does; `times` as one does that crashed in between. */
export async function deliverNotices(t: TestApplication, times = 1): Promise<void> {
  const messages: { id: string; payload: NoticeWanted }[] = await t.owner.query(
    `SELECT id, payload FROM outbox_message WHERE topic = 'notice.deliver' AND dispatched_at IS NULL ORDER BY id`,
  );
  for (const { id, payload } of messages) {
    await Promise.all(Array.from({ length: times }, () => t.app.get(DeliverNoticesJob).deliver(payload, id)));
    await t.owner.query('UPDATE outbox_message SET dispatched_at = now() WHERE id = $1', [id]);
  }
}
