import { TellStaffJob } from '../../../src/notifications/tell-staff.job.js';
import { TELL_TOPIC, type TellWanted } from '../../../src/platform/unit-of-work/index.js';
import type { TestApplication } from '../application.js';

/** Delivers what staff are to be told, as the worker would. */
export async function deliverTold(t: TestApplication): Promise<void> {
  const waiting: { id: string; payload: TellWanted }[] = await t.owner
    .query(
      `UPDATE outbox_message SET dispatched_at = now() WHERE topic = $1 AND dispatched_at IS NULL RETURNING id, payload`,
      [TELL_TOPIC],
    )
    .then(([rows]: [{ id: string; payload: TellWanted }[]]) => rows);
  for (const { id, payload } of waiting) await t.app.get(TellStaffJob).tell(payload, id);
}

/** Kinds of what somebody was told that is about no person, the oldest first. */
export async function toldTo(t: TestApplication, login: string): Promise<string[]> {
  await deliverTold(t);
  const rows: { kind: string }[] = await t.owner.query(
    `SELECT n.kind FROM notification n JOIN staff s ON s.id = n.staff_id WHERE s.login = $1 AND n.jobseeker_id IS NULL
     ORDER BY n.created_at, n.outbox_id`,
    [login],
  );
  return rows.map(({ kind }) => kind);
}
