import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SystemActor } from '#access';
import { SitesRepository } from '../organisations/index.js';
import { type DueWork, JobHandlers } from '../platform/queue/index.js';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import { type ExpiredTeam, SupportTeamsRepository } from './support-teams.repository.js';

const WORKER = (siteId: number, organisationIds: number[] = []): SystemActor => ({
  kind: 'system',
  name: 'worker',
  siteIds: [siteId],
  organisationIds,
});

/**
 * Whose sight of a case ended with the last day of a sharing is on its team no more, as after a withdrawal. Nothing waits for it: what is out of sight is
 * so by the day itself.
 */
@Injectable()
export class ExpiredTeamsJob implements OnModuleInit {
  static readonly topic = 'teams.end_expired';

  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly team: SupportTeamsRepository,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      topic: ExpiredTeamsJob.topic,
      schedule: '15 0 * * *',
      handle: () => this.endEverywhere(),
      due: () => this.due(),
    });
  }

  async endEverywhere(): Promise<void> {
    for (const { make } of await this.due()) await make();
  }

  private async due(): Promise<DueWork[]> {
    const siteIds = await this.work.read(WORKER(0), (tx) => this.sites.allIds(tx));
    const work: DueWork[] = [];
    for (const siteId of siteIds) {
      const teams = await this.work.read(WORKER(siteId), (tx) => this.team.expired(tx, siteId));
      if (teams.length > 0) work.push({ what: `site ${siteId}`, make: () => this.endAll(siteId, teams) });
    }
    return work;
  }

  private async endAll(siteId: number, teams: readonly ExpiredTeam[]): Promise<number> {
    let ended = 0;
    for (const team of teams) ended += await this.end(siteId, team);
    return ended;
  }

  /** Written down for whose case it is. @returns how many assignments ended */
  private end(siteId: number, { supportCaseId, jobseekerId, organisationId }: ExpiredTeam): Promise<number> {
    return this.work.write(WORKER(siteId, [organisationId]), { purpose: ExpiredTeamsJob.topic }, async (tx) => {
      const ended = await this.team.endExpired(tx, supportCaseId);
      for (const { assignmentId, staffId, endsOn } of ended)
        tx.record({
          kind: 'assignment.ended',
          subject: { type: 'case_assignment', id: assignmentId },
          jobseekerId,
          supportCaseId,
          occurredOn: endsOn,
          data: { staffId },
        });
      return ended.length;
    });
  }
}
