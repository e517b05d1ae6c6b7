import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { Blocked, type FieldError, InvalidInput } from '#kernel';
import { type CaseStatus, newPeriodReasons } from '#domain/support-case';
import { JobseekersRepository } from '../jobseekers/index.js';
import { refuseUnlikelyDay, type Site, SitesRepository } from '../organisations/index.js';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import { CaseLifecycle } from './case-lifecycle.js';
import { CaseSettings } from './case-settings.js';
import type { ChangeCase } from './dto/change-case.dto.js';
import type { OpenCase } from './dto/open-case.dto.js';
import { CaseTransitionEntity, SupportCaseEntity } from './support-case.entity.js';
import { type SupportCase, SupportCasesRepository } from './support-cases.repository.js';
import { CASES_NEWEST_FIRST } from './list-order.js';

export interface ListCases {
  readonly jobseekerId?: string | undefined;
  readonly status?: CaseStatus | 'open' | undefined;
  readonly mine?: boolean | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/** 支援期間: opening, finding and changing cases. How their state changes is the business of CaseTransitions. */
@Injectable()
export class SupportCasesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: SupportCasesRepository,
    private readonly jobseekers: JobseekersRepository,
    private readonly sites: SitesRepository,
    private readonly settings: CaseSettings,
    private readonly lifecycle: CaseLifecycle,
  ) {}

  /**
   * Opens a period; whoever opens it is on the team from the same day.
   * @throws NotFound jobseeker; Blocked `another_period_open`; InvalidInput `not_one_of` (programme, desk), days outside sense
   */
  async open(actor: StaffActor, input: OpenCase, idempotencyKey?: string): Promise<{ id: string; number: string }> {
    return this.work.write(actor, { purpose: 'case.open', idempotencyKey }, async (tx) => {
      const site = await this.sites.current(tx);
      refuseUnlikelyDay(input.openedOn, 'openedOn', tx.today, site.openedOn);
      refuseUnknown([...unknownProgramme(site, input.programmeId), ...unknownDesk(site, input.deskId)]);
      // So that two periods cannot open at once.
      await this.jobseekers.lock(tx, input.jobseekerId);
      const reasons = newPeriodReasons(await this.cases.statusesOf(tx, input.jobseekerId));
      if (reasons.length > 0) throw new Blocked(reasons);

      const id = uuid();
      const number = await this.cases.freshNumber(tx);
      const { jobseekerId, openedOn } = input;
      const own = { siteId: actor.siteId, orgId: actor.organisationId, jobseekerId };
      await tx.insert(SupportCaseEntity, {
        ...own,
        id,
        number,
        programmeId: input.programmeId,
        deskId: input.deskId ?? null,
        status: 'intake',
        statusSince: openedOn,
        openedOn,
        teamSupportSince: input.teamSupport ? openedOn : null,
      });
      await tx.insert(CaseTransitionEntity, {
        ...own,
        id: uuid(),
        supportCaseId: id,
        fromStatus: null,
        toStatus: 'intake',
        action: 'open',
        happenedOn: openedOn,
      });
      await this.lifecycle.opened(tx, { id, jobseekerId, openedOn, role: input.role });
      tx.record({
        kind: 'case.opened',
        subject: { type: 'support_case', id },
        jobseekerId,
        supportCaseId: id,
        occurredOn: openedOn,
        data: { programmeId: input.programmeId, deskId: input.deskId ?? null, teamSupport: input.teamSupport },
      });
      return { id, number };
    });
  }

  /** @throws NotFound when the actor may not see it */
  async get(actor: StaffActor, id: string): Promise<SupportCase> {
    return this.work.read(actor, (tx) => this.cases.find(tx, id));
  }

  /** The cases of the site that the actor may see, newest first; `next` is there when more follow. */
  async list(
    actor: StaffActor,
    { jobseekerId, status, mine = false, after, limit = 50 }: ListCases,
  ): Promise<{ items: SupportCase[]; next?: string }> {
    const found = await this.work.read(actor, (tx) =>
      this.cases.list(tx, actor.siteId, {
        jobseekerId,
        status,
        after: CASES_NEWEST_FIRST.read(after)?.id,
        assignedTo: mine ? actor.staffId : undefined,
        limit: limit + 1,
      }),
    );
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return found.length > limit && last ? { items, next: CASES_NEWEST_FIRST.cursorAfter(last) } : { items };
  }

  /**
   * Changes the desk and since when both sides work as a team.
   * @throws StaleEdit; InvalidInput `not_one_of`, `date_in_future`, `before_case_opened`
   */
  async change(actor: StaffActor, id: string, input: ChangeCase): Promise<void> {
    const deskId = input.deskId ?? null;
    const teamSupportSince = input.teamSupportSince ?? null;
    await this.work.write(actor, { purpose: 'case.change' }, async (tx) => {
      const before = await this.cases.find(tx, id);
      const site = await this.sites.current(tx);
      const moved = deskId !== (before.desk?.id ?? null);
      refuseUnknown(moved ? unknownDesk(site, deskId ?? undefined) : []);
      refuseUnknown(
        teamSupportSince === null ? [] : dayOutside('teamSupportSince', teamSupportSince, before.openedOn, tx.today),
      );
      await this.settings.change(tx, before, { deskId, teamSupportSince }, input.version);
    });
  }
}

function unknownProgramme(site: Site, programmeId: number): FieldError[] {
  return site.programmes.some(({ id }) => id === programmeId) ? [] : [{ field: 'programmeId', code: 'not_one_of' }];
}

/** A desk that was closed takes no new cases. */
function unknownDesk(site: Site, deskId: number | undefined): FieldError[] {
  const known = deskId === undefined || site.desks.some(({ id, closedOn }) => id === deskId && closedOn === null);
  return known ? [] : [{ field: 'deskId', code: 'not_one_of' }];
}

function dayOutside(field: string, day: string, openedOn: string, today: string): FieldError[] {
  if (day > today) return [{ field, code: 'date_in_future' }];
  return day < openedOn ? [{ field, code: 'before_case_opened' }] : [];
}

function refuseUnknown(problems: FieldError[]): void {
  if (problems.length > 0) throw new InvalidInput(problems);
}
