import type { Role, Side } from '#access';
import type { PlanAgreementTold } from '../yearly-plans/index.js';
import type { Transaction } from '../platform/unit-of-work/index.js';

/** Something that is about no person, so that whoever has the role may know of it. */
export interface NoticeToRole {
  readonly kind: 'monthly_report_made' | 'backup_failed' | 'backup_works_again' | PlanAgreementTold['kind'];
  readonly subjectType: string;
  readonly subjectId: string;
  /** Of the message that asks for it: told once, however often the message comes. */
  readonly messageId?: string;
  /** Those of one side alone. */
  readonly side?: Side;
}

/** Tells everybody of a role who works at the site today; who was told already is not told again. */
export async function tellRole(
  tx: Transaction,
  siteId: number,
  role: Role,
  { kind, subjectType, subjectId, messageId, side }: NoticeToRole,
): Promise<void> {
  await tx.sql(
    `INSERT INTO notification (id, site_id, staff_id, kind, subject_type, subject_id, outbox_id)
     SELECT gen_random_uuid(), $1, h.staff_id, $3, $4, $5, $6 FROM staff_at_work h
     JOIN organisation_name o ON o.id = h.organisation_id WHERE h.site_id = $1 AND h.role = $2 AND ($7::text IS NULL OR o.side = $7)
     ON CONFLICT DO NOTHING`,
    [siteId, role, kind, subjectType, subjectId, messageId ?? null, side ?? null],
  );
}
