import { waitsOnCase } from '#domain/support-case';
import type { CaseTask } from '../../support-cases/index.js';
import type { Transaction } from '../../platform/unit-of-work/index.js';

/** The promises that wait on a case, for the head of its pages. */
export async function openPromises(
  tx: Transaction,
  { id, jobseekerId }: { readonly id: string; readonly jobseekerId: string },
): Promise<CaseTask[]> {
  const promises = await tx.sql<CaseTask & { readonly supportCaseId: string | null }>(
    `SELECT x.id, x.title, x.owner_side AS side, s.name AS "ownerName", x.due_on AS "dueOn", x.support_case_id AS "supportCaseId",
       CASE WHEN x.support_case_id IS NULL THEN '/jobseekers/' || x.jobseeker_id ELSE '/cases/' || x.support_case_id || '/consultations' END AS href
     FROM next_action_to_do x LEFT JOIN staff_head s ON s.id = x.owner_staff_id WHERE x.jobseeker_id = $1`,
    [jobseekerId],
  );
  return promises.filter((promise) => waitsOnCase(promise, id));
}
