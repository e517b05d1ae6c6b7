import { Injectable } from '@nestjs/common';
import { type IsoDate, NotFound } from '#kernel';
import { kanaQueryKey, nameQueryKey } from '#domain/employer';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { EMPLOYERS_BY_READING } from './list-order.js';

export interface EmployerLine {
  readonly id: string;
  readonly name: string;
  readonly nameKana: string;
  readonly industry: string | null;
  readonly address: string | null;
  /** 有効中の求人（件）. */
  readonly openOrders: number;
  /** Persons they ask for (人). */
  readonly openPositions: number;
}

export interface Employer extends Omit<EmployerLine, 'openOrders' | 'openPositions'> {
  readonly phone: string | null;
  readonly contactPerson: string | null;
  readonly note: string | null;
  readonly version: number;
}

export interface JobOrder {
  readonly id: string;
  readonly employerId: string;
  readonly orderNumber: string | null;
  readonly title: string;
  readonly positions: number;
  readonly employmentType: string | null;
  readonly conditions: string;
  readonly receivedOn: IsoDate;
  readonly validUntil: IsoDate | null;
  /** Obtained for one person: others are not referred to it. */
  readonly forOnePerson: boolean;
  /** That person, for those who may see them; null for everyone else. */
  readonly forJobseeker: { readonly id: string; readonly name: string } | null;
  readonly version: number;
}

const PAGE_SIZE = 50;

/** Row-level security answers orders to the whole site, but the person joined to one only to those whom its organisation shares 紹介 with. */
const JOB_ORDER = `
  SELECT o.id, o.employer_id AS "employerId", o.order_number AS "orderNumber", o.title, o.positions, o.employment_type AS "employmentType",
    o.conditions, o.received_on AS "receivedOn", o.valid_until AS "validUntil", o.for_jobseeker_id IS NOT NULL AS "forOnePerson",
    CASE WHEN j.id IS NOT NULL THEN jsonb_build_object('id', j.id, 'name', j.name) END AS "forJobseeker", o.version
  FROM job_order o LEFT JOIN jobseeker_head j ON j.id = o.for_jobseeker_id AND app_is_shared(j.id, o.org_id, 'referrals')`;

/** 事業所・求人 of the site one works in. */
@Injectable()
export class EmployersRepository {
  /** By reading. @throws InvalidInput `cursor_of_another_list` */
  async page(
    tx: Transaction,
    { q, after }: { q?: string | undefined; after?: string | undefined },
  ): Promise<{ items: EmployerLine[]; next?: string }> {
    const rows = await tx.sql<EmployerLine>(
      `SELECT e.id, e.name, e.name_kana AS "nameKana", e.industry, e.address, o.orders AS "openOrders", o.positions AS "openPositions"
       FROM employer e
         CROSS JOIN LATERAL (SELECT count(*)::int AS orders, coalesce(sum(positions), 0)::int AS positions FROM job_order
           WHERE employer_id = e.id AND received_on <= $5 AND (valid_until IS NULL OR valid_until >= $5)) o
       WHERE ($1 = '' OR e.search_key ^@ $1 OR strpos(split_part(e.search_key, ' ', 2), $2) > 0)
         AND ($3::uuid IS NULL OR (e.search_key, e.id) > (SELECT l.search_key, l.id FROM employer l WHERE l.id = $3))
       ORDER BY e.search_key, e.id LIMIT $4`,
      [
        kanaQueryKey(q ?? ''),
        nameQueryKey(q ?? ''),
        EMPLOYERS_BY_READING.read(after)?.id ?? null,
        PAGE_SIZE + 1,
        tx.today,
      ],
    );
    const items = rows.slice(0, PAGE_SIZE);
    const last = items.at(-1);
    return rows.length > PAGE_SIZE && last ? { items, next: EMPLOYERS_BY_READING.cursorAfter(last) } : { items };
  }

  /** @throws NotFound when the site does not know the employer */
  async employer(tx: Transaction, id: string): Promise<Employer> {
    const found = await this.findEmployer(tx, id);
    if (!found) throw new NotFound('employer');
    return found;
  }

  async findEmployer(tx: Transaction, id: string): Promise<Employer | undefined> {
    const [row] = await tx.sql<Employer>(
      `SELECT id, name, name_kana AS "nameKana", industry, address, phone, contact_person AS "contactPerson", note, version FROM employer WHERE id = $1`,
      [id],
    );
    return row;
  }

  /** Newest first. */
  async jobOrdersOf(tx: Transaction, employerId: string): Promise<JobOrder[]> {
    return tx.sql<JobOrder>(`${JOB_ORDER} WHERE o.employer_id = $1 ORDER BY o.received_on DESC, o.id DESC`, [
      employerId,
    ]);
  }

  /** @throws NotFound when the site does not know the order */
  async jobOrder(tx: Transaction, id: string): Promise<JobOrder> {
    const found = await this.findJobOrder(tx, id);
    if (!found) throw new NotFound('job_order');
    return found;
  }

  async findJobOrder(tx: Transaction, id: string): Promise<JobOrder | undefined> {
    const [row] = await tx.sql<JobOrder>(`${JOB_ORDER} WHERE o.id = $1`, [id]);
    return row;
  }

  /** Name of a person the actor sees, else undefined; a foreign key alone would also accept someone out of sight. */
  async jobseekerName(tx: Transaction, jobseekerId: string): Promise<string | undefined> {
    const [person] = await tx.sql<{ name: string }>(`SELECT name FROM jobseeker_head WHERE id = $1`, [jobseekerId]);
    return person?.name;
  }
}
