import { addDays } from '#kernel';
import { DuplicateQuestionsJob } from '../../../src/jobseekers/duplicates/duplicate-questions.job.js';
import { JobHandlers } from '../../../src/platform/queue/index.js';
import type { TestApplication } from '../application.js';

/** The Monday comes on which the worker looks: whatever was registered until now was registered the week before. */
export async function onMonday(t: TestApplication): Promise<void> {
  await t.owner.query(`UPDATE duplicate_look SET wanted_on = $1`, [addDays(t.clock.today(), -7)]);
  await t.app.get(DuplicateQuestionsJob).askEverywhere();
  await tellOfDuplicates(t);
}

/** Delivers what waits to be told, as a worker does. */
export async function tellOfDuplicates(t: TestApplication): Promise<void> {
  const messages: { id: string; payload: Record<string, unknown> }[] = await t.owner
    .query(
      `UPDATE outbox_message SET dispatched_at = now() WHERE topic = 'duplicate.told' AND dispatched_at IS NULL RETURNING id, payload`,
    )
    .then(([rows]) => rows);
  for (const { id, payload } of messages) await t.app.get(JobHandlers).handle('duplicate.told', payload, id);
}

/** The question put to an organisation about its person of that family kana. */
export async function questionAbout(
  t: TestApplication,
  familyKana: string,
  organisation: string,
): Promise<string | undefined> {
  const [row]: { id: string }[] = await t.owner.query(
    `SELECT q.id FROM duplicate_question q JOIN jobseeker_identity i ON i.jobseeker_id = q.jobseeker_id AND i.org_id = q.org_id
     JOIN organisation o ON o.id = q.org_id WHERE i.family_kana = $1 AND o.code = $2`,
    [familyKana, organisation],
  );
  return row?.id;
}
