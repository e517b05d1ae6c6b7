import { Injectable } from '@nestjs/common';
import type { Side, StaffActor } from '#access';
import { refuseInvalid } from '#kernel';
import {
  type CaseFacts,
  type CaseStatus,
  closeReasonsFor,
  type CloseReason,
  type PossibleAction,
  possibleActions,
  transitionsOf,
} from '#domain/support-case';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import { CaseFactsReader } from '../case-facts.reader.js';
import { CaseTransitions } from '../case-transitions.js';
import { SupportCaseEntity } from '../support-case.entity.js';
import { type SupportCase, SupportCasesRepository, type TransitionLine } from '../support-cases.repository.js';
import { type LatestRequest, LatestRequestSource } from './latest-request-source.js';
import type { MeetingKind, RecordMeeting } from './dto/record-meeting.dto.js';
import type { TakeStep } from './dto/take-step.dto.js';

/** An action that leads on from here, and whose it is. */
export type NextAction = PossibleAction & { readonly side: Side | 'either' };

/** Where a case stands and what may happen to it. */
export interface CaseSteps {
  readonly status: CaseStatus;
  readonly version: number;
  readonly actions: readonly NextAction[];
  /** The close reasons that can be true of this case. */
  readonly closeReasons: readonly CloseReason[];
  readonly transitions: readonly TransitionLine[];
  /** The latest support request. */
  readonly request: LatestRequest | null;
}

const MEETINGS = {
  interview: { column: 'interviewHeldOn', fact: 'case.interview_held' },
  conference: { column: 'conferenceHeldOn', fact: 'case.conference_held' },
} as const satisfies Record<MeetingKind, object>;

/** 状態: what may be done next with a case and by whom, taking a step, recording the meetings it waits for. */
@Injectable()
export class StepsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: SupportCasesRepository,
    private readonly facts: CaseFactsReader,
    private readonly requests: LatestRequestSource,
    private readonly transitions: CaseTransitions,
  ) {}

  /** @throws NotFound */
  async of(actor: StaffActor, caseId: string): Promise<CaseSteps> {
    return this.work.read(actor, async (tx) => {
      const supportCase = await this.cases.find(tx, caseId);
      const facts = await this.facts.of(tx, supportCase);
      const { status, version } = supportCase;
      return {
        status,
        version,
        actions: actionsFrom(facts, actor.side, supportCase),
        closeReasons: status === 'closed' ? [] : closeReasonsFor(facts),
        transitions: await this.cases.transitions(tx, caseId),
        request: await this.requests.of(tx, caseId),
      };
    });
  }

  /** @throws Blocked with every reason; InvalidInput for a day outside sense; StaleEdit */
  async take(actor: StaffActor, caseId: string, step: TakeStep): Promise<{ status: CaseStatus }> {
    return this.work.write(actor, { purpose: 'case.transition' }, async (tx) => {
      const { statusSince } = await this.cases.find(tx, caseId);
      refuseInvalid(
        step.on < statusSince ? [{ field: 'on', code: 'before_last_transition', params: { since: statusSince } }] : [],
      );
      return { status: await this.transitions.perform(tx, { ...step, caseId }) };
    });
  }

  /**
   * Records that the interview or the conference was held; the state follows where nothing else stands against it.
   * @throws InvalidInput for a day outside sense; StaleEdit
   */
  async recordMeeting(
    actor: StaffActor,
    caseId: string,
    { kind, heldOn, version }: RecordMeeting,
  ): Promise<{ status: CaseStatus }> {
    return this.work.write(actor, { purpose: 'case.meeting' }, async (tx) => {
      const before = await this.cases.find(tx, caseId);
      refuseInvalid([
        ...(heldOn > tx.today ? [{ field: 'heldOn', code: 'date_in_future' }] : []),
        ...(heldOn < before.openedOn ? [{ field: 'heldOn', code: 'before_case_opened' }] : []),
      ]);
      const { column, fact } = MEETINGS[kind];
      await tx.update(SupportCaseEntity, caseId, version, { [column]: heldOn });
      tx.record({
        kind: fact,
        subject: { type: 'support_case', id: caseId },
        jobseekerId: before.jobseekerId,
        supportCaseId: caseId,
        occurredOn: heldOn,
        changes: { [column]: { from: before[column], to: heldOn } },
      });
      return { status: await this.transitions.follow(tx, { caseId, on: heldOn }) };
    });
  }
}

function actionsFrom(facts: CaseFacts, side: Side, { programme }: SupportCase): NextAction[] {
  const table = transitionsOf(programme);
  return possibleActions(facts, side, programme).map((possible) => ({
    ...possible,
    side: table.find(facts.status, possible.action)?.side ?? 'either',
  }));
}
