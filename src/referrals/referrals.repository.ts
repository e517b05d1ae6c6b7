import { Injectable } from '@nestjs/common';
import { type IsoDate, NotFound } from '#kernel';
import type { Side } from '#access';
import type { OfferStatus } from '#domain/placement';
import type { NegotiatedCondition, NegotiationResult, ReferralOutcome } from '#domain/referral';
import { type GivenReason, givenReason } from '../organisations/index.js';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { type SupportCase, SupportCasesRepository } from '../support-cases/index.js';
import { type InterviewLine, INTERVIEWS } from './interviews.js';

/** A referral (紹介) with the names its ids stand for. */
export interface Referral {
  readonly id: string;
  readonly supportCaseId: string;
  readonly jobseekerId: string;
  /** 何件目の紹介か, counted within the case. */
  readonly attemptNo: number;
  readonly employerId: string;
  readonly employerName: string;
  readonly jobOrderId: string | null;
  readonly jobOrderTitle: string | null;
  readonly orderNumber: string | null;
  readonly askedOn: IsoDate;
  readonly letterIssuedOn: IsoDate | null;
  /** Day of the interview that stands; ahead until it was. */
  readonly interviewOn: IsoDate | null;
  /** In the order of their days, those moved or cancelled among them. */
  readonly interviews: readonly InterviewLine[];
  readonly outcome: ReferralOutcome;
  readonly outcomeOn: IsoDate | null;
  /** Why it ended so. */
  readonly reason: GivenReason | null;
  readonly note: string | null;
  readonly by: { readonly name: string; readonly side: Side } | null;
  readonly version: number;
}

/** 条件緩和の交渉. */
export interface Negotiation {
  readonly id: string;
  readonly supportCaseId: string;
  readonly jobseekerId: string;
  readonly employerId: string;
  readonly employerName: string;
  readonly condition: NegotiatedCondition;
  readonly termsFrom: string;
  readonly termsTo: string;
  readonly negotiatedOn: IsoDate;
  readonly result: NegotiationResult;
  readonly resultOn: IsoDate | null;
  readonly note: string | null;
  readonly by: { readonly name: string; readonly side: Side } | null;
  readonly version: number;
}

/** 採用. */
export interface Offer {
  readonly id: string;
  readonly supportCaseId: string;
  readonly jobseekerId: string;
  readonly referralId: string | null;
  readonly employerId: string;
  readonly employerName: string;
  readonly receivedOn: IsoDate;
  readonly conditions: string;
  readonly status: OfferStatus;
  readonly decidedOn: IsoDate | null;
  /** Why it was declined. */
  readonly reason: GivenReason | null;
  readonly version: number;
}

const WRITTEN_BY = `CASE WHEN s.id IS NULL THEN NULL ELSE jsonb_build_object('name', s.name, 'side', s.side) END AS by`;
const WRITER = 'LEFT JOIN staff_head s ON s.id = r.created_by';
const REASON = `${givenReason('r.reason_id', 'r.reason_note')} AS reason`;
const OF_CASE = `r.id, r.support_case_id AS "supportCaseId", r.jobseeker_id AS "jobseekerId", r.employer_id AS "employerId",
  e.name AS "employerName", r.version`;

const REFERRAL = `
  SELECT ${OF_CASE}, r.attempt_no AS "attemptNo", r.job_order_id AS "jobOrderId", o.title AS "jobOrderTitle", o.order_number AS "orderNumber",
    r.asked_on AS "askedOn", r.letter_issued_on AS "letterIssuedOn", r.interview_on AS "interviewOn", ${INTERVIEWS} AS interviews,
      r.outcome, r.outcome_on AS "outcomeOn",
    ${REASON}, r.note, ${WRITTEN_BY}
  FROM referral r JOIN employer_head e ON e.id = r.employer_id LEFT JOIN job_order_head o ON o.id = r.job_order_id ${WRITER}`;

const NEGOTIATION = `
  SELECT ${OF_CASE}, r.condition, r.terms_from AS "termsFrom", r.terms_to AS "termsTo", r.negotiated_on AS "negotiatedOn", r.result,
    r.result_on AS "resultOn", r.note, ${WRITTEN_BY}
  FROM condition_negotiation r JOIN employer_head e ON e.id = r.employer_id ${WRITER}`;

const OFFER = `
  SELECT ${OF_CASE}, r.referral_id AS "referralId", r.received_on AS "receivedOn", r.conditions, r.status, r.decided_on AS "decidedOn", ${REASON}
  FROM offer r JOIN employer_head e ON e.id = r.employer_id`;

/** Number of attempts of the case `c` still without an outcome. */
export const OPEN_REFERRALS = `SELECT count(*) FROM referral WHERE support_case_id = c.id AND outcome = 'pending'`;

/** The case of a record is out of the actor's sight, the record itself need not be. */
const CASE_HIDDEN = 'NOT EXISTS (SELECT 1 FROM case_head c WHERE c.id = r.support_case_id)';

/** 紹介・交渉・採用 that the actor may see. */
@Injectable()
export class ReferralsRepository {
  constructor(private readonly cases: SupportCasesRepository) {}

  /** @throws NotFound */
  async referral(tx: Transaction, id: string): Promise<Referral> {
    return only('referral', await tx.sql<Referral>(`${REFERRAL} WHERE r.id = $1`, [id]));
  }

  /** In the order of the attempts. */
  async referralsOf(tx: Transaction, caseId: string): Promise<Referral[]> {
    return tx.sql<Referral>(`${REFERRAL} WHERE r.support_case_id = $1 ORDER BY r.attempt_no`, [caseId]);
  }

  /** @throws NotFound */
  async negotiation(tx: Transaction, id: string): Promise<Negotiation> {
    return only('condition_negotiation', await tx.sql<Negotiation>(`${NEGOTIATION} WHERE r.id = $1`, [id]));
  }

  async negotiationsOf(tx: Transaction, caseId: string): Promise<Negotiation[]> {
    return tx.sql<Negotiation>(`${NEGOTIATION} WHERE r.support_case_id = $1 ORDER BY r.negotiated_on, r.id`, [caseId]);
  }

  /** @throws NotFound */
  async offer(tx: Transaction, id: string): Promise<Offer> {
    return only('offer', await tx.sql<Offer>(`${OFFER} WHERE r.id = $1`, [id]));
  }

  async offersOf(tx: Transaction, caseId: string): Promise<Offer[]> {
    return tx.sql<Offer>(`${OFFER} WHERE r.support_case_id = $1 ORDER BY r.received_on, r.id`, [caseId]);
  }

  /** Of a person, what belongs to cases out of the actor's sight: once sharing has ended, what the own organisation wrote. */
  async ofHiddenCases(tx: Transaction, jobseekerId: string): Promise<{ referrals: Referral[]; offers: Offer[] }> {
    const referrals = await tx.sql<Referral>(
      `${REFERRAL} WHERE r.jobseeker_id = $1 AND ${CASE_HIDDEN} ORDER BY r.asked_on, r.attempt_no`,
      [jobseekerId],
    );
    return {
      referrals,
      offers: await tx.sql<Offer>(
        `${OFFER} WHERE r.jobseeker_id = $1 AND ${CASE_HIDDEN} ORDER BY r.received_on, r.id`,
        [jobseekerId],
      ),
    };
  }

  /** The offer that came of a referral and was not declined. */
  async openOfferOf(tx: Transaction, referralId: string): Promise<Offer | undefined> {
    return (await tx.sql<Offer>(`${OFFER} WHERE r.referral_id = $1 AND r.status <> 'declined'`, [referralId]))[0];
  }

  /** To be asked for while the case is locked, so that no two attempts get one number. */
  async nextAttemptNo(tx: Transaction, caseId: string): Promise<number> {
    const [row] = await tx.sql<{ next: number }>(
      'SELECT coalesce(max(attempt_no), 0) + 1 AS next FROM referral WHERE support_case_id = $1',
      [caseId],
    );
    return row?.next ?? 1;
  }

  /** Holds the case until the end of the transaction: records that decide about its state are written one after the other. */
  async lockedCase(tx: Transaction, caseId: string): Promise<SupportCase> {
    await this.cases.lock(tx, caseId);
    return this.cases.find(tx, caseId);
  }
}

function only<Row>(noun: string, [row]: readonly Row[]): Row {
  if (row === undefined) throw new NotFound(noun);
  return row;
}
