import { Injectable } from '@nestjs/common';
import type { Side, StaffActor } from '#access';
import { lettersWithoutInterview } from '#domain/referral';
import { LEAD_ROLE } from '#domain/support-case';
import { addDays, type IsoDate } from '#kernel';
import type { Transaction } from '../../platform/unit-of-work/index.js';
import type { CaseFilterQuery } from '../case-rows/case-filter.dto.js';
import { casesOf, filterConditions, inForce, StatementValues } from '../case-rows/case-filter.sql.js';
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

/** Something with a date that waits for somebody. */
export interface DueLine extends PersonColumns {
  readonly kind: 'next_action' | 'plan_step' | 'plan_review' | 'suspension_review' | 'interview' | 'interview_outcome';
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
    const scope = scopeOf(filter);
    const responsible = (work: string): string =>
      `who_sees_to(${work}.support_case_id, $1, ${work}.owner_side, ${work}.named_staff_id)`;
    const ownerSide = `(SELECT s.side FROM ${responsible('w')} AS responsible (staff_id) JOIN staff_head s ON s.id = responsible.staff_id)`;
    const where = [
      `w.due_on <= ${values.place(addDays(tx.today, SOON_DAYS))}`,
      ...filterConditions(filter, values, `coalesce(w.owner_side, ${ownerSide})`),
    ];
    const team = scope === 'site' ? '' : `team AS MATERIALIZED (${casesOf(actor.staffId, values)}),`;
    // Nobody sees to anything but in whose name it is or on whose team they are: by that, rows of others are never looked at.
    const theirs = 'w.jobseeker_id = ANY (ARRAY(SELECT team.jobseeker_id FROM team))';
    if (scope === 'mine') {
      const me = values.place(actor.staffId);
      where.push(`w.staff_id = ${me}`, `(w.named_staff_id = ${me} OR ${theirs})`);
    }
    if (scope === 'team') where.push(theirs, 'w.support_case_id IN (SELECT team.support_case_id FROM team)');
    return tx.sql<DueLine>(
      `WITH ${team} waiting AS MATERIALIZED (
         SELECT w.kind, w.title, w.due_on, w.support_case_id, w.subject_id, w.owner_side, w.named_staff_id,
           ${scope === 'mine' ? 'w.staff_id, ' : ''}${PERSON_KEYS},
           CASE WHEN w.due_on < $2 THEN 'overdue' WHEN w.due_on = $2 THEN 'today' ELSE 'soon' END AS "when"
         FROM ${scope === 'mine' ? 'due_work_of_staff' : 'due_work'} w JOIN jobseeker_head j ON j.id = w.jobseeker_id
           LEFT JOIN case_head c ON c.id = w.support_case_id
         WHERE w.site_id = $1 AND ${where.join(' AND ')}),
       page AS MATERIALIZED (
         SELECT * FROM (SELECT w.*, row_number() OVER (PARTITION BY w."when" ORDER BY w.due_on, w.kana_key, w.subject_id) AS place FROM waiting w) w
         WHERE w.place <= ${MOST + 1})
       SELECT p.kind, p.title, p.due_on::text AS "dueOn", p.support_case_id AS "caseId", coalesce(p.owner_side, owner.side) AS side,
         owner.name AS owner, p."when", ${PERSON_COLUMNS}
       FROM page p LEFT JOIN LATERAL ${scope === 'mine' ? '(SELECT p.staff_id)' : responsible('p')} AS responsible (staff_id)
         ON p.owner_side IS DISTINCT FROM 'jobseeker'
         LEFT JOIN staff_head owner ON owner.id = responsible.staff_id ${PERSON_JOINS}
       ORDER BY p.due_on, p.kana_key, p.subject_id`,
      values.all,
    );
  }

  /** Open cases in which nobody of either side spoke with the person for longer than the site allows, or letters lead nowhere. */
  private async stalled(tx: Transaction, actor: StaffActor, filter: CaseFilterQuery): Promise<StalledLine[]> {
    const values = new StatementValues(actor.siteId, tx.today);
    const scope = scopeOf(filter);
    const where = [`c.status NOT IN ('closed', 'suspended')`, ...filterConditions(filter, values, 'next.owner_side')];
    const team =
      scope === 'site' ? '' : `team AS MATERIALIZED (${casesOf(actor.staffId, values, { lead: scope === 'mine' })}),`;
    const from = scope === 'site' ? 'case_head c' : 'team JOIN case_head c ON c.id = team.support_case_id';
    const rows = await tx.sql<
      Omit<StalledLine, 'why' | 'amount'> & {
        silentDays: number;
        isSilent: boolean;
        referrals: Parameters<typeof lettersWithoutInterview>[0];
      }
    >(
      `WITH ${team} page AS MATERIALIZED (
         SELECT ${CASE_KEYS}, ${PERSON_KEYS}, $2::date - coalesce(last.held_on, c.opened_on) AS silent_days, ${IS_SILENT} AS is_silent, letters.referrals
         FROM ${from} JOIN jobseeker_head j ON j.id = c.jobseeker_id ${lastJoin('c.jobseeker_id')}
           ${filter.turn === undefined ? '' : nextJoin('c.jobseeker_id', 'c.id', 'c.status')}
         LEFT JOIN LATERAL (
           SELECT jsonb_agg(jsonb_build_object('askedOn', r.asked_on, 'letterIssuedOn', r.letter_issued_on, 'interviewOn', r.interview_on)
             ORDER BY r.attempt_no) AS referrals
           FROM referral_head r WHERE r.support_case_id = c.id HAVING count(r.letter_issued_on) >= ${LETTERS}) letters ON true
         WHERE c.site_id = $1 AND ${where.join(' AND ')} AND (${IS_SILENT} OR letters.referrals IS NOT NULL)
         ORDER BY silent_days DESC, j.kana_key, c.id LIMIT ${MOST + 1})
       SELECT p.case_id AS "caseId", ${PERSON_COLUMNS}, ${NEXT_COLUMN}, p.silent_days AS "silentDays", p.is_silent AS "isSilent",
         coalesce(p.referrals, '[]') AS referrals,
         coalesce((SELECT jsonb_agg(jsonb_build_object('name', s.name, 'side', o.side) ORDER BY o.side, s.name_kana, s.id)
           FROM case_team a JOIN staff_head s ON s.id = a.staff_id JOIN organisation_name o ON o.id = a.organisation_id
           WHERE a.support_case_id = p.case_id AND a.role = ${values.place(LEAD_ROLE)} AND ${inForce('a')}), '[]') AS leads
       FROM page p ${PERSON_JOINS} ${NEXT_JOINS}
       ORDER BY p.silent_days DESC, p.kana_key, p.case_id`,
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
    const scope = scopeOf(filter);
    const ours = `r.to_organisation_id = ${values.place(actor.organisationId)}`;
    const where = filterConditions(filter, values, 'receiver.side');
    const team =
      scope === 'site' ? '' : `team AS MATERIALIZED (${casesOf(actor.staffId, values, { lead: scope === 'mine' })}),`;
    if (scope !== 'site') where.push(`(${ours} OR c.id IN (SELECT team.support_case_id FROM team))`);
    return tx.sql<WaitingRequest>(
      `WITH ${team} page AS MATERIALIZED (
         SELECT r.id AS request_id, c.id AS case_id, r.wanted, r.requested_on, ${ours} AS is_ours, receiver.name AS receiver, receiver.side, ${PERSON_KEYS}
         FROM support_request_head r JOIN case_head c ON c.id = r.support_case_id JOIN jobseeker_head j ON j.id = r.jobseeker_id
           JOIN organisation_name receiver ON receiver.id = r.to_organisation_id
         WHERE ${['r.site_id = $1', `r.status = 'requested'`, `c.status <> 'closed'`, ...where].join(' AND ')} ORDER BY r.requested_on, r.id LIMIT ${MOST + 1})
       SELECT p.request_id AS "requestId", p.case_id AS "caseId", p.wanted, $2::date - p.requested_on AS "waitingDays", p.is_ours AS "isOurs",
         jsonb_build_object('name', p.receiver, 'side', p.side) AS "to", ${PERSON_COLUMNS}
       FROM page p ${PERSON_JOINS} ORDER BY p.requested_on, p.request_id`,
      values.all,
    );
  }
}

const scopeOf = ({ scope = 'mine' }: CaseFilterQuery): NonNullable<CaseFilterQuery['scope']> => scope;

const IS_SILENT = `($2::date - coalesce(last.held_on, c.opened_on) >= (SELECT s.stalled_after_days FROM site_head s WHERE s.id = $1))`;
