import { Injectable } from '@nestjs/common';
import type { Side, StaffActor } from '#access';
import type { CaseStatus } from '#domain/support-case';
import { addDays, type IsoDate } from '#kernel';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work/index.js';

/** One row of a caseload: the person, where the support stands, what happened last and what comes next. */
export interface CaseloadRow {
  readonly caseId: string;
  readonly number: string;
  readonly jobseekerId: string;
  readonly name: string;
  readonly kana: string;
  readonly birthDate: IsoDate | null;
  readonly protected: boolean;
  readonly status: CaseStatus;
  readonly statusSince: IsoDate;
  readonly programme: string;
  readonly desk: string | null;
  readonly groups: readonly string[];
  readonly lastConsultation: { readonly heldOn: IsoDate; readonly kind: string; readonly side: Side } | null;
  readonly next: { readonly title: string; readonly dueOn: IsoDate; readonly side: Side | 'jobseeker'; readonly owner: string | null } | null;
  readonly clock: { readonly name: string; readonly endsOn: IsoDate } | null;
  /** Position in the list; hand it in as `after` for the next page. */
  readonly cursor: string;
}

export interface CaseloadFilter {
  /** Only cases one is on; otherwise every case of the site that one may see. */
  readonly scope: 'mine' | 'site';
  readonly status?: CaseStatus | 'open' | 'all' | undefined;
  readonly programme?: string | undefined;
  readonly group?: string | undefined;
  readonly desk?: number | undefined;
  /** The side whose turn it is: owner of the earliest open action. */
  readonly turn?: Side | undefined;
  /** A benefit ends within so many days. */
  readonly clockWithin?: number | undefined;
  /** Nobody spoke with the person for so many days. */
  readonly silentFor?: number | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

export interface CaseloadPage {
  readonly items: readonly CaseloadRow[];
  readonly next?: string;
}

const PAGE = 50;
const LONGEST_PAGE = 500;

/** 支援ケースの一覧: by kana, with filters, as the viewer may see them. */
@Injectable()
export class CaseloadQuery {
  constructor(private readonly work: UnitOfWork) {}

  list(actor: StaffActor, filter: CaseloadFilter): Promise<CaseloadPage> {
    return this.work.read(actor, (tx) => this.read(tx, actor, filter));
  }

  /** The same inside a transaction that reads more. */
  async read(tx: Transaction, actor: StaffActor, filter: CaseloadFilter): Promise<CaseloadPage> {
    const limit = Math.min(filter.limit ?? PAGE, LONGEST_PAGE);
    const { sql, parameters } = statement(actor, filter, tx.today, limit + 1);
    const rows = await tx.sql<CaseloadRow>(sql, parameters);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return rows.length > limit && last ? { items, next: last.cursor } : { items };
  }
}

/** Cursor: kana key and case id, joined by a character no key holds. */
const SEPARATOR = ' ';

function statement(actor: StaffActor, filter: CaseloadFilter, today: IsoDate, limit: number): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = [actor.siteId, today];
  const value = (given: unknown): string => `$${parameters.push(given)}`;
  const where = ['c.site_id = $1', 'j.site_id = $1'];
  const mine =
    filter.scope === 'mine'
      ? `JOIN case_assignment mine ON mine.support_case_id = c.id AND mine.staff_id = ${value(actor.staffId)} AND mine.starts_on <= $2 AND (mine.ends_on IS NULL OR mine.ends_on > $2)`
      : '';
  const status = filter.status ?? 'open';
  if (status === 'open') where.push(`c.status <> 'closed'`);
  else if (status !== 'all') where.push(`c.status = ${value(status)}`);
  if (filter.programme !== undefined) where.push(`p.code = ${value(filter.programme)}`);
  if (filter.desk !== undefined) where.push(`c.desk_id = ${value(filter.desk)}`);
  if (filter.group !== undefined) where.push(`EXISTS (SELECT 1 FROM group_membership m WHERE m.jobseeker_id = j.id AND m.group_code = ${value(filter.group)} AND ${inForce('m')})`);
  if (filter.turn !== undefined) where.push(`next.owner_side = ${value(filter.turn)}`);
  if (filter.clockWithin !== undefined) where.push(`clock.ends_on <= ${value(addDays(today, filter.clockWithin))}`);
  if (filter.silentFor !== undefined) where.push(`coalesce(last.held_on, c.opened_on) <= ${value(addDays(today, -filter.silentFor))}`);
  if (filter.after !== undefined) {
    const [key = '', id = ''] = filter.after.split(SEPARATOR);
    where.push(`(j.kana_key, c.id) > (${value(key)}, ${value(id)}::uuid)`);
  }
  const sql = `
    SELECT c.id AS "caseId", c.number, j.id AS "jobseekerId", j.family_name || ' ' || j.given_name AS name, j.family_kana || ' ' || j.given_kana AS kana,
      j.birth_date::text AS "birthDate", coalesce(j.protected_until >= $2, false) AS protected, c.status, c.status_since::text AS "statusSince", p.name AS programme, d.name AS desk,
      ARRAY(SELECT g.name FROM group_membership m JOIN target_group g ON g.code = m.group_code WHERE m.jobseeker_id = j.id AND ${inForce('m')} ORDER BY g.position) AS groups,
      CASE WHEN last.held_on IS NULL THEN NULL ELSE jsonb_build_object('heldOn', last.held_on, 'kind', last.kind, 'side', o.side) END AS "lastConsultation",
      CASE WHEN next.due_on IS NULL THEN NULL ELSE jsonb_build_object('title', next.title, 'dueOn', next.due_on, 'side', next.owner_side, 'owner', s.name) END AS next,
      CASE WHEN clock.ends_on IS NULL THEN NULL ELSE jsonb_build_object('name', clock.name, 'endsOn', clock.ends_on) END AS clock,
      j.kana_key || '${SEPARATOR}' || c.id AS cursor
    FROM jobseeker j JOIN support_case c ON c.jobseeker_id = j.id ${mine}
    JOIN programme p ON p.id = c.programme_id LEFT JOIN desk d ON d.id = c.desk_id
    LEFT JOIN LATERAL (SELECT k.held_on, k.kind, k.org_id FROM consultation k WHERE k.jobseeker_id = j.id ORDER BY k.held_on DESC, k.id DESC LIMIT 1) last ON true
    LEFT JOIN organisation o ON o.id = last.org_id
    LEFT JOIN LATERAL (SELECT n.title, n.due_on, n.owner_side, n.owner_staff_id FROM next_action n WHERE n.jobseeker_id = j.id AND n.state = 'open' ORDER BY n.due_on, n.id LIMIT 1) next ON true
    LEFT JOIN staff s ON s.id = next.owner_staff_id
    LEFT JOIN LATERAL (SELECT b.name, b.ends_on FROM benefit b WHERE b.jobseeker_id = j.id AND b.ends_on >= $2 ORDER BY b.ends_on LIMIT 1) clock ON true
    WHERE ${where.join(' AND ')}
    ORDER BY j.kana_key, c.id LIMIT ${value(limit)}`;
  return { sql, parameters };
}

const inForce = (alias: string): string => `${alias}.starts_on <= $2 AND (${alias}.ends_on IS NULL OR ${alias}.ends_on > $2)`;
