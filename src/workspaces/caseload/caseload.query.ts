import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import type { CaseStatus } from '#domain/support-case';
import { addDays, type IsoDate } from '#kernel';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work/index.js';
import { casesOf, filterConditions, StatementValues } from '../case-rows/case-filter.sql.js';
import {
  CASE_KEYS,
  lastJoin,
  NEXT_COLUMN,
  NEXT_JOINS,
  nextJoin,
  type NextStep,
  PERSON_COLUMNS,
  PERSON_JOINS,
  PERSON_KEYS,
  type PersonColumns,
} from '../case-rows/case-row.sql.js';
import { type CaseloadFilterQuery, CASELOAD_BY_KANA } from './caseload-filter.dto.js';

/** One row of a caseload: the person, where the support stands, what happened last and what comes next. */
export interface CaseloadRow extends PersonColumns {
  readonly caseId: string;
  readonly number: string;
  readonly birthDate: IsoDate | null;
  readonly status: CaseStatus;
  readonly statusSince: IsoDate;
  readonly programme: string;
  readonly desk: string | null;
  readonly next: NextStep | null;
}

export interface CaseloadPage {
  readonly items: readonly CaseloadRow[];
  /** Hand it in as `after` for the next page; absent on the last one. */
  readonly next?: string;
}

const PAGE = 50;
const LONGEST_PAGE = 500;

/** 支援ケースの一覧: by kana, with filters, as the viewer may see them. */
@Injectable()
export class CaseloadQuery {
  constructor(private readonly work: UnitOfWork) {}

  list(actor: StaffActor, filter: CaseloadFilterQuery): Promise<CaseloadPage> {
    return this.work.read(actor, (tx) => this.read(tx, actor, filter));
  }

  /** The same inside a transaction that reads more. */
  async read(tx: Transaction, actor: StaffActor, filter: CaseloadFilterQuery): Promise<CaseloadPage> {
    const limit = Math.min(filter.limit ?? PAGE, LONGEST_PAGE);
    const values = new StatementValues(actor.siteId, tx.today);
    const rows = await tx.sql<CaseloadRow & { readonly kanaKey: string }>(
      statement(actor, filter, values, limit + 1),
      values.all,
    );
    const items = rows.slice(0, limit).map(({ kanaKey: _, ...row }) => row);
    const last = rows[limit - 1];
    if (rows.length <= limit || !last) return { items };
    return { items, next: CASELOAD_BY_KANA.cursorAfter({ kana: last.kanaKey, id: last.caseId }) };
  }
}

function statement(actor: StaffActor, filter: CaseloadFilterQuery, values: StatementValues, limit: number): string {
  const { scope = 'team', status = 'open', silentFor } = filter;
  const after = CASELOAD_BY_KANA.read(filter.after);
  const where = [
    'c.site_id = $1',
    'j.site_id = $1',
    ...filterConditions({ ...filter, status }, values, 'next.owner_side'),
  ];
  if (silentFor !== undefined)
    where.push(`coalesce(last.held_on, c.opened_on) <= ${values.place(addDays(values.today, -silentFor))}`);
  if (after !== undefined) {
    const kana = values.place(after.kana);
    where.push(`j.kana_key >= ${kana} AND (j.kana_key, c.id) > (${kana}, ${values.place(after.id)}::uuid)`);
  }
  // Of the whole site the page is found in the order of the names; of a team its cases are.
  const team =
    scope === 'site' ? '' : `team AS MATERIALIZED (${casesOf(actor.staffId, values, { lead: scope === 'mine' })}),`;
  const from =
    scope === 'site'
      ? 'jobseeker_head j JOIN case_head c ON c.jobseeker_id = j.id'
      : 'team JOIN case_head c ON c.id = team.support_case_id JOIN jobseeker_head j ON j.id = c.jobseeker_id';
  // What only a filter asks for is looked up before the cut; everything else after it.
  const asked = [
    filter.turn === undefined ? '' : nextJoin('j.id', 'c.id', 'c.status'),
    silentFor === undefined ? '' : lastJoin('j.id'),
  ].join('');
  // In the order of an index, which knows the names alone, so that it is read until the page is full; namesakes at its end come along and are cut below.
  const cut =
    scope !== 'site'
      ? `ORDER BY j.kana_key, c.id LIMIT ${values.place(limit)}`
      : `ORDER BY j.kana_key FETCH FIRST (${values.place(limit)}) ROWS WITH TIES`;
  return `
    WITH ${team} page AS MATERIALIZED (
      SELECT ${CASE_KEYS}, ${PERSON_KEYS} FROM ${from} ${asked}
      WHERE ${where.join(' AND ')} ${cut})
    SELECT p.case_id AS "caseId", p.number, ${PERSON_COLUMNS}, p.birth_date::text AS "birthDate",
      p.status, p.status_since::text AS "statusSince", g.name AS programme, d.name AS desk, ${NEXT_COLUMN},
        p.kana_key AS "kanaKey"
    FROM page p JOIN programme_name g ON g.id = p.programme_id LEFT JOIN desk_name d ON d.id = p.desk_id
    ${PERSON_JOINS} ${NEXT_JOINS}
    ORDER BY p.kana_key, p.case_id LIMIT ${values.place(limit)}`;
}
