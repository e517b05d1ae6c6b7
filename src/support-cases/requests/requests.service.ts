import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { Blocked, daysBetween, InvalidInput, refuseBlocked, refuseInvalid } from '#kernel';
import { answerProblems, answerReasons, type RequestAnswer, supportRequestProblems } from '#domain/support-case';
import { ConsentsRepository } from '../../consents/index.js';
import { type Site, SitesRepository } from '../../organisations/index.js';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work/index.js';
import { CaseTransitions } from '../case-transitions.js';
import { SupportCasesRepository } from '../support-cases.repository.js';
import type { AnswerRequest } from './dto/answer-request.dto.js';
import type { MakeRequest } from './dto/make-request.dto.js';
import { RequestsRepository, type SupportRequest } from './requests.repository.js';
import { SupportRequestEntity } from './support-request.entity.js';

/** A request with how long it has waited for its answer, in days; null once answered. */
export interface RequestLine extends SupportRequest {
  readonly waitingDays: number | null;
}

/** Which requests: those to be answered, or those answered. */
export type RequestBox = 'waiting' | 'answered';

/** One screen of requests; more than that waits nowhere. */
const BOX_LIMIT = 200;

/** 支援要請: from the city to the Hello Work, accepted or returned there; the state of the case follows. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly cases: SupportCasesRepository,
    private readonly consents: ConsentsRepository,
    private readonly requests: RequestsRepository,
    private readonly transitions: CaseTransitions,
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
      await this.transitions.perform(tx, { caseId, action: 'request_support', on: requestedOn, version: input.version });
      const shared = await this.consents.isOpenTo(tx, supportCase.jobseekerId, toOrgId);
      refuseBlocked(shared ? [] : [{ code: 'sharing_consent_missing' }]);

      const id = uuid();
      const { jobseekerId } = supportCase;
      await tx.insert(SupportRequestEntity, {
        id, siteId: actor.siteId, orgId: actor.organisationId, jobseekerId, supportCaseId: caseId,
        toOrgId, requestedOn, wanted, background, status: 'requested',
      });
      tx.record({
        kind: 'request.made', subject: { type: 'support_request', id }, jobseekerId, supportCaseId: caseId,
        occurredOn: requestedOn, data: { toOrganisationId: toOrgId },
      });
      return { id };
    });
  }

  /** 受理. @throws NotFound; Blocked `request_already_answered`, `case_is_closed`; InvalidInput; StaleEdit */
  async accept(actor: StaffActor, id: string, input: AnswerRequest): Promise<void> {
    await this.answer(actor, id, 'accepted', input);
  }

  /** 返戻, with a reason; the case goes back to 同意. @throws as {@link accept} */
  async returnToSender(actor: StaffActor, id: string, input: AnswerRequest): Promise<void> {
    await this.answer(actor, id, 'returned', input);
  }

  private async answer(actor: StaffActor, id: string, answer: RequestAnswer['answer'], input: AnswerRequest): Promise<void> {
    await this.work.write(actor, { purpose: `request.${answer}` }, async (tx) => {
      const request = await this.requests.find(tx, id);
      const { decidedOn, decisionReason = null, version } = input;
      refuseBlocked(answerReasons(request.status, actor.side));
      refuseInvalid(answerProblems({ answer, decidedOn, decisionReason }, request.requestedOn, tx.today));
      await this.moveCase(tx, request, answer, decidedOn, decisionReason);
      await tx.update(SupportRequestEntity, id, version, { status: answer, decidedOn, decidedBy: actor.staffId, decisionReason });
      tx.record({
        kind: `request.${answer}`, subject: { type: 'support_request', id }, jobseekerId: request.jobseekerId,
        supportCaseId: request.supportCaseId, occurredOn: decidedOn,
      });
    });
  }

  /** An accepted request lets the case go on from where it stands; a returned one takes it back. */
  private async moveCase(tx: Transaction<StaffActor>, request: SupportRequest, answer: RequestAnswer['answer'], on: string, reason: string | null): Promise<void> {
    const caseId = request.supportCaseId;
    if (answer === 'returned') {
      await this.transitions.perform(tx, { caseId, action: 'return_request', on, reason });
    } else if ((await this.cases.find(tx, caseId)).status === 'closed') {
      throw new Blocked([{ code: 'case_is_closed' }]);
    }
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
  if (!found) throw new InvalidInput([{ field: 'toOrganisationId', code: chosen === undefined ? 'choose_one' : 'not_one_of' }]);
  return found.id;
}
