import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { type IsoDate, type Reason, refuseBlocked } from '#kernel';
import { type CaseStatus, closingWithdrawalReasons, type OpenCaseStatus } from '#domain/support-case';
import { JobseekersRepository } from '../../jobseekers/index.js';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work/index.js';
import { CaseLifecycle } from '../case-lifecycle.js';
import { CaseTransitions } from '../case-transitions.js';
import { CaseTransitionEntity, SupportCaseEntity } from '../support-case.entity.js';
import { type SupportCase, SupportCasesRepository } from '../support-cases.repository.js';
import type { WithdrawClosing } from './dto/withdraw-closing.dto.js';

/** Where a period stood when it was closed, and who closed it. */
interface Closing {
  readonly closedBy: string | null;
  readonly status: OpenCaseStatus;
  readonly statusSince: IsoDate;
  readonly suspendedFrom: OpenCaseStatus | null;
  readonly reviewOn: IsoDate | null;
}

/** 終了の取消: a closing typed by mistake never was; the same period goes on, with the team it had. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: SupportCasesRepository,
    private readonly jobseekers: JobseekersRepository,
    private readonly lifecycle: CaseLifecycle,
    private readonly transitions: CaseTransitions,
  ) {}

  /** What stands against taking the closing back; empty where it may be. @throws NotFound */
  withdrawalReasons(actor: StaffActor, caseId: string): Promise<Reason[]> {
    return this.work.read(actor, async (tx) => {
      const supportCase = await this.cases.find(tx, caseId);
      return this.reasonsAgainst(tx, supportCase, await this.closing(tx, caseId));
    });
  }

  /** @throws NotFound; Blocked with every reason; StaleEdit */
  async withdraw(
    actor: StaffActor,
    caseId: string,
    { reason, version }: WithdrawClosing,
  ): Promise<{ status: CaseStatus }> {
    return this.work.write(actor, { purpose: 'case.withdraw_closing' }, async (tx) => {
      const supportCase = await this.cases.find(tx, caseId);
      const { jobseekerId, closedOn, closeReason } = supportCase;
      // No new period begins while it is looked whether one has.
      await this.jobseekers.lock(tx, jobseekerId);
      const closing = await this.closing(tx, caseId);
      refuseBlocked(await this.reasonsAgainst(tx, supportCase, closing));
      if (closing === null || closedOn === null) throw new Error(`no closing of ${caseId} is on record`);

      const { status, statusSince, suspendedFrom } = closing;
      // Landed cases may not know any more when they were to be looked at: then now.
      const reviewOn = status === 'suspended' ? (closing.reviewOn ?? tx.today) : null;
      const changes = { status, statusSince, suspendedFrom, reviewOn, closedOn: null, closeReason: null };
      await tx.update(SupportCaseEntity, caseId, version, changes);
      await tx.insert(CaseTransitionEntity, {
        id: uuid(),
        siteId: actor.siteId,
        orgId: actor.organisationId,
        jobseekerId,
        supportCaseId: caseId,
        fromStatus: 'closed',
        toStatus: status,
        action: 'withdraw_closing',
        // On the day of the closing, so that no stretch of the period is left out.
        happenedOn: closedOn,
        reason,
        reviewOn,
      });
      await this.lifecycle.reopened(tx, { id: caseId, jobseekerId });
      tx.record({
        kind: 'case.closing_withdrawn',
        subject: { type: 'support_case', id: caseId },
        jobseekerId,
        supportCaseId: caseId,
        data: { to: status, closedOn, closeReason },
        changes: {
          status: { from: 'closed', to: status },
          closedOn: { from: closedOn, to: null },
          closeReason: { from: closeReason, to: null },
        },
      });
      // What was recorded while the period counted as over: a job left, a placement reversed.
      return { status: await this.transitions.follow(tx, { caseId, on: tx.today }) };
    });
  }

  private async reasonsAgainst(
    tx: Transaction<StaffActor>,
    { id, jobseekerId, status }: SupportCase,
    closing: Closing | null,
  ): Promise<Reason[]> {
    const { staffId, role } = tx.actor;
    return closingWithdrawalReasons({
      status,
      isOwnClosing: closing?.closedBy === staffId,
      isSupervisor: role === 'supervisor',
      hasLaterPeriod: await this.cases.hasLaterPeriod(tx, jobseekerId, id),
    });
  }

  private async closing(tx: Transaction, caseId: string): Promise<Closing | null> {
    const [found] = await tx.sql<Closing>(
      `SELECT t.created_by AS "closedBy", t.from_status AS status, entered.happened_on AS "statusSince", entered.review_on AS "reviewOn",
         CASE WHEN t.from_status = 'suspended' THEN entered.from_status END AS "suspendedFrom"
       FROM case_transition t JOIN LATERAL (SELECT e.happened_on, e.review_on, e.from_status FROM case_transition e
         WHERE e.support_case_id = t.support_case_id AND e.to_status = t.from_status
           AND e.from_status IS DISTINCT FROM 'closed' AND (e.happened_on, e.id) < (t.happened_on, t.id)
         ORDER BY e.happened_on DESC, e.id DESC LIMIT 1) entered ON true
       WHERE t.support_case_id = $1 AND t.to_status = 'closed' ORDER BY t.happened_on DESC, t.id DESC LIMIT 1`,
      [caseId],
    );
    return found ?? null;
  }
}
