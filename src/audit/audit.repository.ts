import { Injectable } from '@nestjs/common';
import { type AuditClass, kindsOfClass, SECURITY_KINDS } from '#activity';
import { addDays, type IsoDate } from '#kernel';
import type { Transaction } from '../platform/unit-of-work/index.js';

export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  /** Null when nobody was at work, but a job. */
  readonly staffId: string | null;
  readonly staffName: string | null;
  /** The job, import or part of the system, beside or instead of a person. */
  readonly system: string | null;
  /** `system` is the name of a machine's account; the person is whoever answered for it. */
  readonly isMachine: boolean | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Name of a colleague, or of a part of the site; null where the record is a person's, an employer's or a count. */
  readonly subjectName: string | null;
  /** Number of the person concerned, where the auditor may see the person. */
  readonly personNumber: string | null;
  /** By field: old and new; null where the record is a person's, whose content the audit does not tell. */
  readonly changes: Readonly<Record<string, { readonly from: unknown; readonly to: unknown } | null>>;
}

export interface AuditFilter {
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  readonly staffId?: string | undefined;
  readonly action?: string | undefined;
  readonly auditClass?: AuditClass | undefined;
  /** Only what bears on who gets in (SECURITY_KINDS). */
  readonly security?: boolean | undefined;
  readonly jobseekerId?: string | undefined;
  /** The entry after which the page begins. */
  readonly after?: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** What stands in the site's own file, which an auditor reads anyway, and the auditor's colleagues. */
const SUBJECT_NAME = `CASE e.subject_type
    WHEN 'staff' THEN (SELECT c.name FROM staff_head c WHERE c.id = e.subject_id::uuid AND c.organisation_id = e.org_id)
    WHEN 'desk' THEN (SELECT d.name FROM desk_name d WHERE d.id = e.subject_id::int)
    WHEN 'programme' THEN (SELECT p.name FROM programme_name p WHERE p.id = e.subject_id::int)
    WHEN 'organisation' THEN (SELECT o.name FROM organisation_name o WHERE o.id = e.subject_id::int)
    WHEN 'site' THEN (SELECT t.name FROM site_head t WHERE t.id = e.subject_id::int)
    WHEN 'target_group' THEN (SELECT g.name FROM target_group_name g WHERE g.code = e.subject_id)
    WHEN 'machine_account' THEN (SELECT m.name FROM machine_account_name m WHERE m.id = e.subject_id::uuid)
    WHEN 'yearly_plan' THEN e.subject_id END`;

/** A machine by its name, beside whoever answered for it then. */
const SYSTEM_NAME = `CASE WHEN e.actor_system ^@ 'machine '
    THEN coalesce((SELECT m.name FROM machine_account_name m WHERE m.id = substr(e.actor_system, 9)::uuid), 'machine') ELSE e.actor_system END`;

/** 操作の記録; row-level security leaves what the auditor's organisation did at the site. */
@Injectable()
export class AuditRepository {
  /** Newest first. */
  list(tx: Transaction, siteId: number, filter: AuditFilter): Promise<AuditEntry[]> {
    const midnight = (day: IsoDate | undefined): string | null => (day === undefined ? null : `${day}T00:00:00+09:00`);
    return tx.sql<AuditEntry>(
      `SELECT e.id, e.at, e.actor_staff_id AS "staffId", s.name AS "staffName",
         ${SYSTEM_NAME} AS system, e.actor_system ^@ 'machine ' AS "isMachine", e.action, e.subject_type AS "subjectType",
         e.subject_id AS "subjectId", ${SUBJECT_NAME} AS "subjectName", j.number AS "personNumber",
         -- Which fields of a person's record changed is the auditor's business; what stood in them is not.
         CASE WHEN e.jobseeker_id IS NULL THEN e.changes
              ELSE coalesce((SELECT jsonb_object_agg(field, NULL) FROM jsonb_object_keys(e.changes) field), '{}') END AS changes
       FROM audit_entry e LEFT JOIN staff_head s ON s.id = e.actor_staff_id LEFT JOIN jobseeker_head j ON j.id = e.jobseeker_id
       WHERE e.site_id = $1
         AND ($2::timestamptz IS NULL OR e.at >= $2) AND ($3::timestamptz IS NULL OR e.at < $3)
         AND ($4::uuid IS NULL OR e.actor_staff_id = $4)
         AND ($5::text IS NULL OR e.action = $5 OR e.action ^@ ($5 || '.'))
         AND ($6::uuid IS NULL OR e.jobseeker_id = $6)
         AND ($7::timestamptz IS NULL OR (e.at, e.id) < ($7, $8::uuid))
         AND ($10::text[] IS NULL OR e.action = ANY ($10))
         AND ($11::text[] IS NULL OR e.action = ANY ($11))
       ORDER BY e.at DESC, e.id DESC LIMIT $9`,
      [
        siteId,
        midnight(filter.from),
        midnight(filter.to === undefined ? undefined : addDays(filter.to, 1)),
        filter.staffId ?? null,
        filter.action ?? null,
        filter.jobseekerId ?? null,
        filter.after?.at ?? null,
        filter.after?.id ?? null,
        filter.limit,
        filter.auditClass === undefined ? null : kindsOfClass(filter.auditClass),
        filter.security === true ? SECURITY_KINDS : null,
      ],
    );
  }

  /** The person with this number, also one whose record is protected: their audit is what matters most. */
  async personWithNumber(tx: Transaction, number: string): Promise<string | undefined> {
    const [row] = await tx.sql<{ id: string | null }>('SELECT audit_person_with_number($1) AS id', [number]);
    return row?.id ?? undefined;
  }

  /** Desks by their number, as changes name them. */
  desks(tx: Transaction, siteId: number): Promise<{ id: number; name: string }[]> {
    return tx.sql<{ id: number; name: string }>('SELECT id, name FROM desk_name WHERE site_id = $1', [siteId]);
  }

  /** Whose acts may be on record: the staff of the auditor's organisation at the site. */
  actors(tx: Transaction, organisationId: number): Promise<{ id: string; name: string }[]> {
    return tx.sql<{ id: string; name: string }>(
      'SELECT id, name FROM staff_head WHERE organisation_id = $1 ORDER BY name_kana, id',
      [organisationId],
    );
  }
}
