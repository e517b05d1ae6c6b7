import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { refuseBlocked, refuseInvalid } from '#kernel';
import { negotiationAnswerReasons, negotiationProblems } from '#domain/referral';
import { recordingReasons } from '#domain/support-case';
import { SupportCasesRepository } from '../support-cases/index.js';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import { ConditionNegotiationEntity } from './condition-negotiation.entity.js';
import type { AnswerNegotiation, NegotiateCondition } from './dto/negotiation.dto.js';
import { EmployerCheck } from './employer-check.js';
import { type Negotiation, ReferralsRepository } from './referrals.repository.js';

/** 条件緩和の交渉: what either side asked of an employer for one person, and the answer. */
@Injectable()
export class NegotiationsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly referrals: ReferralsRepository,
    private readonly cases: SupportCasesRepository,
    private readonly employers: EmployerCheck,
  ) {}

  async negotiation(actor: StaffActor, id: string): Promise<Negotiation> {
    return this.work.read(actor, (tx) => this.referrals.negotiation(tx, id));
  }

  /** @throws NotFound (the case); Blocked `case_is_closed`; InvalidInput */
  async negotiate(
    actor: StaffActor,
    caseId: string,
    input: NegotiateCondition,
    idempotencyKey?: string,
  ): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'negotiation.record', idempotencyKey }, async (tx) => {
      const { jobseekerId, status } = await this.cases.find(tx, caseId);
      refuseBlocked(recordingReasons('negotiation', status));
      const {
        employerId,
        jobOrderId = null,
        condition,
        termsFrom,
        termsTo,
        negotiatedOn,
        result = 'pending',
        note = null,
      } = input;
      const resultOn = result === 'pending' ? null : (input.resultOn ?? null);
      refuseInvalid(negotiationProblems({ negotiatedOn, result, resultOn }, tx.today));
      await this.employers.assertValid(tx, input, jobseekerId);
      const id = uuid();
      await tx.insert(ConditionNegotiationEntity, {
        id,
        siteId: actor.siteId,
        orgId: actor.organisationId,
        jobseekerId,
        supportCaseId: caseId,
        employerId,
        jobOrderId,
        condition,
        termsFrom,
        termsTo,
        negotiatedOn,
        result,
        resultOn,
        note,
      });
      tx.record({
        kind: 'negotiation.recorded',
        subject: { type: 'condition_negotiation', id },
        jobseekerId,
        supportCaseId: caseId,
        occurredOn: negotiatedOn,
        data: { employerId, condition, result },
      });
      return { id };
    });
  }

  /** @throws InvalidInput; Blocked `negotiation_already_answered`; StaleEdit */
  async answer(actor: StaffActor, id: string, { result, resultOn, version }: AnswerNegotiation): Promise<void> {
    await this.work.write(actor, { purpose: 'negotiation.answer' }, async (tx) => {
      const {
        result: current,
        negotiatedOn,
        jobseekerId,
        supportCaseId,
        employerId,
        condition,
      } = await this.referrals.negotiation(tx, id);
      refuseBlocked(negotiationAnswerReasons(current));
      refuseInvalid(negotiationProblems({ negotiatedOn, result, resultOn }, tx.today));
      await tx.update(ConditionNegotiationEntity, id, version, { result, resultOn });
      tx.record({
        kind: 'negotiation.answered',
        subject: { type: 'condition_negotiation', id },
        jobseekerId,
        supportCaseId,
        occurredOn: resultOn,
        data: { employerId, condition, result },
        changes: { result: { from: current, to: result } },
      });
    });
  }
}
