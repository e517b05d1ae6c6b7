import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { Blocked, InvalidInput, type IsoDate } from '#kernel';
import {
  type CaseAction,
  type CaseStatus,
  type CloseReason,
  decideAction,
  movesFollowing,
  suspensionAfter,
} from '#domain/support-case';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { CaseFactsReader } from './case-facts.reader.js';
import { CaseLifecycle } from './case-lifecycle.js';
import { CaseTransitionEntity, SupportCaseEntity } from './support-case.entity.js';
import { type SupportCase, SupportCasesRepository } from './support-cases.repository.js';

/** An action somebody wants to take on a case. */
export interface WantedTransition {
  readonly caseId: string;
  readonly action: CaseAction;
  /** The day it happened; the state changes no earlier than it last changed. */
  readonly on: IsoDate;
  /** Why, where the action asks for it (返戻, 中断). */
  readonly reason?: string | null | undefined;
  readonly note?: string | null | undefined;
  /** 中断: the day the case is looked at again. */
  readonly reviewOn?: IsoDate | null | undefined;
  readonly closeReason?: CloseReason | null | undefined;
  /** The version the person had on screen; without it the case as it stands. */
  readonly version?: number | undefined;
}

/** 状態の移り変わり: the one way in which the status of a case changes: somebody takes a step, or it follows what is on record. */
@Injectable()
export class CaseTransitions {
  constructor(
    private readonly cases: SupportCasesRepository,
    private readonly facts: CaseFactsReader,
    private readonly lifecycle: CaseLifecycle,
  ) {}

  /**
   * Takes an action if the rules allow it now, in the caller's transaction.
   * @returns the state the case stands in afterwards
   * @throws Blocked with every reason; StaleEdit when `version` is no longer the case's; InvalidInput for a day `on` outside sense
   */
  async perform(tx: Transaction<StaffActor>, wanted: WantedTransition): Promise<CaseStatus> {
    const supportCase = await this.cases.find(tx, wanted.caseId);
    if (wanted.version !== undefined && wanted.version !== supportCase.version)
      await tx.refuseStaleEdit('support_case', supportCase.id);
    const { action, reason = null, reviewOn = null, closeReason = null } = wanted;
    refuseDay(wanted.on, supportCase, tx.today);
    const inputs = { today: tx.today, reviewOn, closeReason, returnReason: reason };
    const facts = await this.facts.of(tx, supportCase);
    const decision = decideAction(facts, tx.actor.side, supportCase.programme, action, inputs);
    if (!decision.allowed) throw new Blocked(decision.reasons);
    return (await this.move(tx, supportCase, decision.to, wanted)).status;
  }

  /**
   * Lets the state agree with what is on record of the case; to be called after anything of it was written, taken back or answered.
   * @param on the day of what was recorded
   * @returns the state the case stands in afterwards
   * @throws InvalidInput for a day `on` outside sense
   */
  async follow(tx: Transaction<StaffActor>, { caseId, on }: { caseId: string; on: IsoDate }): Promise<CaseStatus> {
    let supportCase = await this.cases.find(tx, caseId);
    refuseDay(on, supportCase, tx.today);
    const facts = await this.facts.of(tx, supportCase);
    for (const { action, to } of movesFollowing(facts, supportCase.programme))
      supportCase = await this.move(tx, supportCase, to, { caseId, action, on });
    return supportCase.status;
  }

  /** Writes a change of state that the rules allow. Answers the case as it stands then. */
  private async move(
    tx: Transaction<StaffActor>,
    supportCase: SupportCase,
    to: CaseStatus,
    wanted: WantedTransition,
  ): Promise<SupportCase> {
    const { action, reason = null, note = null, closeReason = null } = wanted;
    const { id, jobseekerId, status: from, version } = supportCase;
    // A fact may be typed later than the next one happened; its own record keeps its day, the states stay in order.
    const happenedOn = wanted.on < supportCase.statusSince ? supportCase.statusSince : wanted.on;
    const suspension = suspensionAfter(from, to, wanted.reviewOn);
    const changes = {
      status: to,
      statusSince: happenedOn,
      ...suspension,
      ...(to === 'closed' ? { closedOn: happenedOn, closeReason } : {}),
    };
    await tx.update(SupportCaseEntity, id, version, changes);
    await tx.insert(CaseTransitionEntity, {
      id: uuid(),
      siteId: tx.actor.siteId,
      orgId: tx.actor.organisationId,
      jobseekerId,
      supportCaseId: id,
      fromStatus: from,
      toStatus: to,
      action,
      happenedOn,
      reason,
      note,
      reviewOn: suspension.reviewOn,
    });
    tx.record({
      kind: 'case.transitioned',
      subject: { type: 'support_case', id },
      jobseekerId,
      supportCaseId: id,
      occurredOn: happenedOn,
      data: {
        action,
        from,
        to,
        ...(to === 'suspended' ? { reviewOn: suspension.reviewOn } : {}),
        ...(to === 'closed' ? { closeReason } : {}),
      },
      changes: { status: { from, to } },
    });
    if (to === 'closed') await this.lifecycle.closed(tx, { id, jobseekerId, closedOn: happenedOn });
    return { ...supportCase, ...changes, version: version + 1 };
  }
}

function refuseDay(on: IsoDate, { openedOn }: SupportCase, today: IsoDate): void {
  if (on > today) throw new InvalidInput([{ field: 'on', code: 'date_in_future' }]);
  if (on < openedOn) throw new InvalidInput([{ field: 'on', code: 'before_case_opened' }]);
}
