import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Side, StaffActor } from '#access';
import { daysBetween, InvalidInput, refuseBlocked, refuseInvalid } from '#kernel';
import { teamOn } from '#domain/organisation';
import {
  answerProblems,
  answerReasons,
  type RequestAnswer,
  sidesWithoutStaff,
  supportRequestProblems,
} from '#domain/support-case';
import { SharingGrantsRepository } from '../jobseekers/index.js';
import { type Site, SitesRepository } from '../organisations/index.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { CaseSettings, CaseTransitions, type SupportCase, SupportCasesRepository } from '../support-cases/index.js';
import { SupportTeamsRepository, TeamEntry } from '../support-teams/index.js';
import type { AcceptRequest } from './dto/accept-request.dto.js';
import type { AnswerRequest } from './dto/answer-request.dto.js';
import type { MakeRequest } from './dto/make-request.dto.js';
import { SupportRequestsRepository, type SupportRequest } from './support-requests.repository.js';
import { SupportRequestEntity } from './support-request.entity.js';

/** A request with how long it has waited for its answer, in days; null once answered. */
export interface RequestLine extends SupportRequest {
  readonly waitingDays: number | null;
}

/** What an acceptance led to. */
export interface Acceptance {
  /** Who is on the team from that day; null when nobody was named, or they were on it already. */
  readonly assignedStaffId: string | null;
  /** The sides that still have to name somebody (担当が決まっていない側). */
  readonly sidesWithoutStaff: readonly Side[];
}

/** Which requests: those to be answered, or those answered. */
export type RequestBox = 'waiting' | 'answered';

/** One screen of requests; more than that waits nowhere. */
const BOX_LIMIT = 200;

/** 支援要請: from the city to the Hello Work, accepted or returned there; the state of the case follows. */
@Injectable()
export class SupportRequestsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly cases: SupportCasesRepository,
    private readonly grants: SharingGrantsRepository,
    private readonly requests: SupportRequestsRepository,
    private readonly transitions: CaseTransitions,
    private readonly settings: CaseSettings,
    private readonly team: SupportTeamsRepository,
    private readonly entry: TeamEntry,
  ) {}

  /**
   * Requests support from the national organisation of the site.
   * @throws Blocked when consent is missing or the case does not stand there; InvalidInput; StaleEdit of the case
   */
  async make(actor: StaffActor, caseId: string, input: MakeRequest, idempotencyKey?: string): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'request.make', idempotencyKey }, async (tx) => {
      const supportCase = await this.cases.find(tx, caseId);
      const { wanted, background = '', requestedOn } = input;
      refuseInvalid([
        ...supportRequestProblems({ requestedOn, wanted, background }, tx.today),
        ...(requestedOn < supportCase.openedOn ? [{ field: 'requestedOn', code: 'before_case_opened' }] : []),
      ]);
      const toOrgId = recipient(await this.sites.current(tx), input.toOrganisationId);
      await this.transitions.perform(tx, {
        caseId,
        action: 'request_support',
        on: requestedOn,
        version: input.version,
      });
      const shared = await this.grants.isOpenTo(tx, supportCase.jobseekerId, toOrgId, 'plan');
      refuseBlocked(shared ? [] : [{ code: 'sharing_consent_missing' }]);

      const id = uuid();
      const { jobseekerId } = supportCase;
      await tx.insert(SupportRequestEntity, {
        id,
        siteId: actor.siteId,
        orgId: actor.organisationId,
        jobseekerId,
        supportCaseId: caseId,
        toOrgId,
        requestedOn,
        wanted,
        background,
        status: 'requested',
      });
      tx.record({
        kind: 'request.made',
        subject: { type: 'support_request', id },
        jobseekerId,
        supportCaseId: caseId,
        occurredOn: requestedOn,
        data: { toOrganisationId: toOrgId },
      });
      return { id };
    });
  }

  /**
   * 受理: the case goes on from where it stands, with a 担当 of the accepting organisation, as チーム支援 if so wanted.
   * @throws NotFound; Blocked `request_already_answered`, `case_is_closed`; InvalidInput; StaleEdit
   */
  async accept(actor: StaffActor, id: string, input: AcceptRequest): Promise<Acceptance> {
    return this.work.write(actor, { purpose: 'request.accepted' }, async (tx) => {
      const request = await this.answerable(tx, id, 'accepted', input);
      const supportCase = await this.cases.find(tx, request.supportCaseId);
      refuseBlocked(supportCase.status === 'closed' ? [{ code: 'case_is_closed' }] : []);
      await this.answer(tx, request, 'accepted', input);
      const assignedStaffId = await this.takeOn(tx, supportCase, input);
      if (input.teamSupport) await this.settings.beginTeamSupport(tx, supportCase, input.decidedOn);
      // What was held or agreed while the answer was awaited counts from now.
      await this.transitions.follow(tx, { caseId: supportCase.id, on: input.decidedOn });
      return {
        assignedStaffId,
        sidesWithoutStaff: sidesWithoutStaff(teamOn(await this.team.ofCase(tx, supportCase.id), tx.today)),
      };
    });
  }

  /** 返戻, with a reason; the case goes back to 同意. @throws as {@link accept} */
  async returnToSender(actor: StaffActor, id: string, input: AnswerRequest): Promise<void> {
    await this.work.write(actor, { purpose: 'request.returned' }, async (tx) => {
      const request = await this.answerable(tx, id, 'returned', input);
      const { decidedOn, decisionReason = null } = input;
      await this.transitions.perform(tx, {
        caseId: request.supportCaseId,
        action: 'return_request',
        on: decidedOn,
        reason: decisionReason,
      });
      await this.answer(tx, request, 'returned', input);
    });
  }

  private async answerable(
    tx: Transaction<StaffActor>,
    id: string,
    answer: RequestAnswer['answer'],
    input: AnswerRequest,
  ): Promise<SupportRequest> {
    const request = await this.requests.find(tx, id);
    const { decidedOn, decisionReason = null } = input;
    refuseBlocked(answerReasons(request.status, tx.actor.side));
    refuseInvalid(answerProblems({ answer, decidedOn, decisionReason }, request.requestedOn, tx.today));
    return request;
  }

  private async answer(
    tx: Transaction<StaffActor>,
    request: SupportRequest,
    answer: RequestAnswer['answer'],
    input: AnswerRequest,
  ): Promise<void> {
    const { id, jobseekerId, supportCaseId, requestedByStaffId: requestedBy } = request;
    const { decidedOn, decisionReason = null, version } = input;
    await tx.update(SupportRequestEntity, id, version, {
      status: answer,
      decidedOn,
      decidedBy: tx.actor.staffId,
      decisionReason,
    });
    tx.record({
      kind: `request.${answer}`,
      subject: { type: 'support_request', id },
      jobseekerId,
      supportCaseId,
      occurredOn: decidedOn,
      data: { requestedBy, fromOrganisationId: request.from.id },
    });
  }

  /** Whoever accepts takes the case on, unless a colleague is named; a supervisor names one or leaves it open. */
  private async takeOn(
    tx: Transaction<StaffActor>,
    supportCase: SupportCase,
    { assigneeStaffId, decidedOn }: AcceptRequest,
  ): Promise<string | null> {
    const { role, staffId: own } = tx.actor;
    const staffId = assigneeStaffId ?? (role === 'case_staff' ? own : null);
    if (staffId === null) return null;
    const joined = await this.entry.takeOn(tx, supportCase, { staffId, on: decidedOn, field: 'assigneeStaffId' });
    return joined ? staffId : null;
  }

  /** The requests of the site that the actor may see: sent by the own side, or to be answered by it. */
  async list(actor: StaffActor, box: RequestBox): Promise<RequestLine[]> {
    return this.work.read(actor, async (tx) => {
      const found = await this.requests[box](tx, actor.siteId, BOX_LIMIT);
      return found.map((request) => withWaiting(request, tx.today));
    });
  }

  /** @throws NotFound */
  async get(actor: StaffActor, id: string): Promise<RequestLine> {
    return this.work.read(actor, async (tx) => withWaiting(await this.requests.find(tx, id), tx.today));
  }
}

function withWaiting(request: SupportRequest, today: string): RequestLine {
  return { ...request, waitingDays: request.status === 'requested' ? daysBetween(request.requestedOn, today) : null };
}

/** The national organisation asked: the only one of the site, or the one that was chosen. */
function recipient(site: Site, chosen: number | undefined): number {
  const national = site.organisations.filter(({ side }) => side === 'national');
  const found = chosen === undefined && national.length === 1 ? national[0] : national.find(({ id }) => id === chosen);
  if (!found)
    throw new InvalidInput([{ field: 'toOrganisationId', code: chosen === undefined ? 'choose_one' : 'not_one_of' }]);
  return found.id;
}
