import type { Clock, IsoDate } from '#kernel';
import type { CloseReason } from '#domain/support-case';
import { StepsService, SupportCasesService } from '../../../support-cases/index.js';
import { SupportRequestsService } from '../../../support-requests/index.js';
import { SupportTeamsService } from '../../../support-teams/index.js';
import type { LoadingSite } from '../../loading/loading-site.js';
import type { DESKS, PROGRAMMES } from '../site.js';
import type { PersonActs } from './person-acts.js';

export interface CaseDetails {
  readonly programme: (typeof PROGRAMMES)[number]['code'];
  readonly desk?: (typeof DESKS)[number]['code'];
  readonly role?: string;
  readonly teamSupport?: boolean;
}

/** What happens to a person's period of support (支援期間), on the day the clock shows. */
export class CaseActs {
  /** Of the period; known once opened. */
  id = '';
  private requestId = '';

  constructor(
    private readonly site: LoadingSite,
    private readonly clock: Clock,
    private readonly person: PersonActs,
  ) {}

  /** Whoever opens it is on the team. */
  async open(
    by: string,
    { programme, desk = 'joint', role = '主担当', teamSupport = false }: CaseDetails,
  ): Promise<void> {
    const { id } = await this.site.service(SupportCasesService).open(this.site.actor(by), {
      jobseekerId: this.person.id,
      programmeId: this.site.programme(programme),
      deskId: this.site.desk(desk),
      openedOn: this.clock.today(),
      teamSupport,
      role,
    });
    this.id = id;
  }

  async assign(by: string, login: string, role = '主担当'): Promise<void> {
    await this.site.service(SupportTeamsService).assign(this.site.actor(by), this.id, {
      staffId: this.site.actor(login).staffId,
      role,
      startsOn: this.clock.today(),
    });
  }

  /** 引継ぎ. @throws Error when `from` is not on the team */
  async handOver(by: string, from: string, to: string, reason: string, note: string): Promise<void> {
    const actor = this.site.actor(by);
    const team = this.site.service(SupportTeamsService);
    const current = (await team.ofCase(actor, this.id)).find(
      ({ staffId, endsOn }) => staffId === this.site.actor(from).staffId && endsOn === null,
    );
    if (current === undefined) throw new Error(`${from} is not on the team`);
    await team.handOver(actor, current.id, {
      toStaffId: this.site.actor(to).staffId,
      on: this.clock.today(),
      reason,
      note,
      version: current.version,
    });
  }

  /** The period goes on at another desk (窓口). */
  async moveToDesk(by: string, desk: (typeof DESKS)[number]['code']): Promise<void> {
    const cases = this.site.service(SupportCasesService);
    const { teamSupportSince, version } = await cases.get(this.site.actor(by), this.id);
    await cases.change(this.site.actor(by), this.id, {
      deskId: this.site.desk(desk),
      version,
      ...(teamSupportSince === null ? {} : { teamSupportSince }),
    });
  }

  async pickCandidate(by: string): Promise<void> {
    await this.take(by, { action: 'pick_candidate' });
  }

  /** The consents are on record; the case moves on. */
  async confirmConsent(by: string): Promise<void> {
    await this.take(by, { action: 'record_consent' });
  }

  async request(by: string, wanted: string, background = ''): Promise<void> {
    const made = await this.site.service(SupportRequestsService).make(this.site.actor(by), this.id, {
      requestedOn: this.clock.today(),
      wanted,
      background,
      version: await this.version(by),
    });
    this.requestId = made.id;
  }

  /** Whoever accepts is on the team. Team support was told when the case was opened. */
  async acceptRequest(by: string, word?: string): Promise<void> {
    const requests = this.site.service(SupportRequestsService);
    const { id, version } = await requests.get(this.site.actor(by), this.requestId);
    const told = word === undefined ? {} : { decisionReason: word };
    await requests.accept(this.site.actor(by), id, {
      ...told,
      decidedOn: this.clock.today(),
      teamSupport: false,
      version,
    });
  }

  async returnRequest(by: string, decisionReason: string): Promise<void> {
    const requests = this.site.service(SupportRequestsService);
    const { id, version } = await requests.get(this.site.actor(by), this.requestId);
    await requests.returnToSender(this.site.actor(by), id, { decidedOn: this.clock.today(), decisionReason, version });
  }

  async interview(by: string): Promise<void> {
    await this.site.service(StepsService).recordMeeting(this.site.actor(by), this.id, {
      kind: 'interview',
      heldOn: this.clock.today(),
      version: await this.version(by),
    });
  }

  async conference(by: string): Promise<void> {
    await this.site.service(StepsService).recordMeeting(this.site.actor(by), this.id, {
      kind: 'conference',
      heldOn: this.clock.today(),
      version: await this.version(by),
    });
  }

  /** 支援開始 without a plan, where the programme allows it. */
  async startSupport(by: string): Promise<void> {
    await this.take(by, { action: 'start_support' });
  }

  async suspend(by: string, reviewOn: IsoDate, reason: string): Promise<void> {
    await this.take(by, { action: 'suspend', reviewOn, reason });
  }

  async resume(by: string, reason: string): Promise<void> {
    await this.take(by, { action: 'resume', reason });
  }

  async startFollowUp(by: string): Promise<void> {
    await this.take(by, { action: 'start_follow_up' });
  }

  async close(by: string, closeReason: CloseReason, note?: string): Promise<void> {
    await this.take(by, { action: 'close', closeReason, ...(note === undefined ? {} : { note }) });
  }

  private async take(by: string, step: Omit<Parameters<StepsService['take']>[2], 'on' | 'version'>): Promise<void> {
    await this.site
      .service(StepsService)
      .take(this.site.actor(by), this.id, { ...step, on: this.clock.today(), version: await this.version(by) });
  }

  private async version(by: string): Promise<number> {
    return (await this.site.service(SupportCasesService).get(this.site.actor(by), this.id)).version;
  }
}
