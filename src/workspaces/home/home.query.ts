import { Injectable } from '@nestjs/common';
import type { Side, StaffActor } from '#access';
import { lettersWithoutInterview } from '#domain/referral';
import { LEAD_ROLE } from '#domain/support-case';
import { addDays, type IsoDate } from '#kernel';
import type { Transaction } from '../../platform/unit-of-work/index.js';
import type { CaseFilterQuery } from '../case-rows/case-filter.dto.js';
import { casesOf, filterConditions, inForce, StatementValues } from '../case-rows/case-filter.sql.js';
import {
  NEXT_COLUMN,
  NEXT_JOINS,
  type NextStep,
  PERSON_COLUMNS,
  PERSON_JOINS,
  type PersonColumns,
} from '../case-rows/case-row.sql.js';

/** Something with a date that waits for somebody. */
export interface DueLine extends PersonColumns {
  readonly kind: 'next_action' | 'plan_step' | 'plan_review' | 'suspension_review';
  readonly when: 'overdue' | 'today' | 'soon';
  readonly title: string | null;
  readonly dueOn: IsoDate;
  readonly caseId: string | null;
  /** What the person promised is theirs to do and their 主担当's to ask for. */
  readonly side: Side | 'jobseeker' | null;
  readonly owner: string | null;
}

/** A case nothing moves on. */
export interface StalledLine extends PersonColumns {
  readonly caseId: string;
  readonly why: 'silent' | 'letters_without_interview';
  /** Days without a consultation, or letters without an interview. */
  readonly amount: number;
  readonly next: NextStep | null;
  /** 主担当 of either side. */
  readonly leads: readonly { readonly name: string; readonly side: Side }[];
}

/** A support request that waits for its answer. */
export interface WaitingRequest extends PersonColumns {
  readonly requestId: string;
  readonly caseId: string;
  readonly wanted: string;
  readonly waitingDays: number;
  /** Whether it was made to the reader's own organisation, or is answered elsewhere. */
  readonly isOurs: boolean;
  readonly to: { readonly name: string; readonly side: Side };
}

export interface HomeView {
  readonly due: readonly DueLine[];
  readonly stalled: readonly StalledLine[];
  readonly requests: readonly WaitingRequest[];
}

/** How far ahead 「まもなく」 looks, in days. */
export const SOON_DAYS = 7;
/** Letters in a row without an interview that make a case stalled. */
const LETTERS = 3;
/** Rows that a group shows. One more is read, so that the group can say that there are more. */
export const MOST = 100;

/** ホーム: what waits, the most urgent first; a statement a group of lines, however many there are. */
@Injectable()
export class HomeQuery {
  async read(tx: Transaction, actor: StaffActor, filter: CaseFilterQuery): Promise<HomeView> {
    return {
      due: await this.due(tx, actor, filter),
      stalled: await this.stalled(tx, actor, filter),
      requests: await this.requests(tx, actor, filter),
    };
  }

  private due(tx: Transaction, actor: StaffActor, filter: CaseFilterQuery): Promise<DueLine[]> {
    const values = new StatementValues(actor.siteId, tx.today);
    const side = 'coalesce(w.owner_side, owner_org.side)';
    const where = [
      `w.due_on <= ${values.place(addDays(tx.today, SOON_DAYS))}`,
      ...filterConditions(filter, values, side),
    ];
    if (scopeOf(filter) === 'mine') {
      where.push(
        `(w.owner_staff_id = ${values.place(actor.staffId)} OR (w.owner_side = 'jobseeker' AND w.support_case_id IN (${casesOf(actor.staffId, values, { lead: true })})))`,
      );
    }
    if (scopeOf(filter) === 'team') where.push(`w.support_case_id IN (${casesOf(actor.staffId, values)})`);
    const when = `CASE WHEN w.due_on < $2 THEN 'overdue' WHEN w.due_on = $2 THEN 'today' ELSE 'soon' END`;
    return tx.sql<DueLine>(
      `WITH waiting AS (
         SELECT w.kind, w.title, w.due_on, w.support_case_id, w.jobseeker_id, w.subject_id, ${side} AS side, owner.name AS owner, ${when} AS "when",
           row_number() OVER (PARTITION BY ${when} ORDER BY w.due_on, j.kana_key, w.subject_id) AS place
         FROM due_work w JOIN jobseeker j ON j.id = w.jobseeker_id LEFT JOIN support_case c ON c.id = w.support_case_id
         LEFT JOIN staff owner ON owner.id = w.owner_staff_id LEFT JOIN organisation owner_org ON owner_org.id = owner.organisation_id
         WHERE w.site_id = $1 AND ${where.join(' AND ')})
       SELECT w.kind, w.title, w.due_on::text AS "dueOn", w.support_case_id AS "caseId", w.side, w.owner, w."when", ${PERSON_COLUMNS}
       FROM waiting w JOIN jobseeker j ON j.id = w.jobseeker_id ${PERSON_JOINS}
       WHERE w.place <= ${MOST + 1} ORDER BY w.due_on, j.kana_key, w.subject_id`,
      values.all,
    );
  }

  /** Open cases in which nobody of either side spoke with the person for longer than the site allows, or letters lead nowhere. */
  private async stalled(tx: Transaction, actor: StaffActor, filter: CaseFilterQuery): Promise<StalledLine[]> {
    const values = new StatementValues(actor.siteId, tx.today);
    const where = [`c.status NOT IN ('closed', 'suspended')`, ...filterConditions(filter, values, 'next.owner_side')];
    if (scopeOf(filter) !== 'site')
      where.push(`c.id IN (${casesOf(actor.staffId, values, { lead: scopeOf(filter) === 'mine' })})`);
    const rows = await tx.sql<
      Omit<StalledLine, 'why' | 'amount'> & {
        silentDays: number;
        isSilent: boolean;
        referrals: Parameters<typeof lettersWithoutInterview>[0];
      }
    >(
      `SELECT c.id AS "caseId", ${PERSON_COLUMNS}, ${NEXT_COLUMN}, $2::date - coalesce(last.held_on, c.opened_on) AS "silentDays", ${IS_SILENT} AS "isSilent",
         coalesce(letters.referrals, '[]') AS referrals,
         coalesce((SELECT jsonb_agg(jsonb_build_object('name', s.name, 'side', o.side) ORDER BY o.side) FROM case_assignment a JOIN staff s ON s.id = a.staff_id JOIN organisation o ON o.id = a.staff_org_id
           WHERE a.support_case_id = c.id AND a.role = ${values.place(LEAD_ROLE)} AND ${inForce('a')}), '[]') AS leads
       FROM support_case c JOIN jobseeker j ON j.id = c.jobseeker_id ${PERSON_JOINS} ${NEXT_JOINS}
       LEFT JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_object('askedOn', r.asked_on, 'letterIssuedOn', r.letter_issued_on, 'interviewOn', r.interview_on) ORDER BY r.attempt_no) AS referrals
         FROM referral r WHERE r.support_case_id = c.id HAVING count(r.letter_issued_on) >= ${LETTERS}) letters ON true
       WHERE c.site_id = $1 AND ${where.join(' AND ')} AND (${IS_SILENT} OR letters.referrals IS NOT NULL)
       ORDER BY "silentDays" DESC, j.kana_key LIMIT ${MOST + 1}`,
      values.all,
    );
    return rows.flatMap(({ silentDays, isSilent, referrals, ...line }): StalledLine[] => {
      const letters = lettersWithoutInterview(referrals);
      return [
        ...(isSilent ? [{ ...line, why: 'silent' as const, amount: silentDays }] : []),
        ...(letters >= LETTERS ? [{ ...line, why: 'letters_without_interview' as const, amount: letters }] : []),
      ];
    });
  }

  /** Requests to one's own organisation wait for whoever takes them on, so that no scope but the filters hides them. */
  private requests(tx: Transaction, actor: StaffActor, filter: CaseFilterQuery): Promise<WaitingRequest[]> {
    const values = new StatementValues(actor.siteId, tx.today);
    const ours = `r.to_org_id = ${values.place(actor.organisationId)}`;
    const where = filterConditions(filter, values, 'receiver.side');
    if (scopeOf(filter) !== 'site')
      where.push(`(${ours} OR c.id IN (${casesOf(actor.staffId, values, { lead: scopeOf(filter) === 'mine' })}))`);
    return tx.sql<WaitingRequest>(
      `SELECT r.id AS "requestId", c.id AS "caseId", r.wanted, $2::date - r.requested_on AS "waitingDays", ${ours} AS "isOurs",
         jsonb_build_object('name', receiver.name, 'side', receiver.side) AS "to", ${PERSON_COLUMNS}
       FROM support_request r JOIN support_case c ON c.id = r.support_case_id JOIN jobseeker j ON j.id = r.jobseeker_id JOIN organisation receiver ON receiver.id = r.to_org_id ${PERSON_JOINS}
       WHERE ${['r.site_id = $1', `r.status = 'requested'`, `c.status <> 'closed'`, ...where].join(' AND ')} ORDER BY r.requested_on, r.id LIMIT ${MOST + 1}`,
      values.all,
    );
  }
}

const scopeOf = ({ scope = 'mine' }: CaseFilterQuery): NonNullable<CaseFilterQuery['scope']> => scope;

const IS_SILENT = `($2::date - coalesce(last.held_on, c.opened_on) >= (SELECT s.stalled_after_days FROM site s WHERE s.id = $1))`;
