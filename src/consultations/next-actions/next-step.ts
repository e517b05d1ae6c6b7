import type { CaseNextStep } from '../../support-cases/index.js';
import type { Transaction } from '../../platform/unit-of-work/index.js';

/** The promise of a case that is due first, for the head of its pages. */
export async function firstOpenAction(tx: Transaction, caseId: string): Promise<CaseNextStep | null> {
  const [step] = await tx.sql<CaseNextStep>(
    `SELECT x.title, x.owner_side AS side, s.name AS "ownerName", x.due_on AS "dueOn", '/cases/' || x.support_case_id || '/consultations' AS href
     FROM next_action x LEFT JOIN staff s ON s.id = x.owner_staff_id
     WHERE x.support_case_id = $1 AND x.state = 'open' ORDER BY x.due_on, x.id LIMIT 1`,
    [caseId],
  );
  return step ?? null;
}
