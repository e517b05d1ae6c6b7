import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SystemActor } from '#access';
import type { YearMonth } from '#kernel';
import { tellRole } from '../notifications/index.js';
import { SitesRepository } from '../organisations/index.js';
import { type DueWork, JobHandlers } from '../platform/queue/index.js';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import { ReportWriter } from './report-writer.js';

const WORKER = (siteId: number): SystemActor => ({
  kind: 'system',
  name: 'worker',
  siteIds: [siteId],
  organisationIds: [],
});

/**
 * Once a month is over its figures are written down for every site and its supervisors told; so is, at any time, what an earlier
 * month lacks.
 */
@Injectable()
export class MonthlyReportJob implements OnModuleInit {
  static readonly topic = 'report.monthly';

  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly reports: ReportWriter,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      topic: MonthlyReportJob.topic,
      schedule: '0 5 1 * *',
      handle: () => this.reportEverywhere(),
      due: () => this.due(),
    });
  }

  async reportEverywhere(): Promise<void> {
    for (const { make } of await this.due()) await make();
  }

  private async due(): Promise<DueWork[]> {
    const siteIds = await this.work.read(WORKER(0), (tx) => this.sites.allIds(tx));
    const ofSites: DueWork[] = [];
    for (const siteId of siteIds)
      for (const month of await this.reports.missing(WORKER(siteId), siteId))
        ofSites.push({ what: `site ${siteId}, ${month}`, make: () => this.report(siteId, month) });
    return ofSites;
  }

  /**
   * Asked for by whoever knows the month; `due` asks for those that have a plan.
   * @returns 1 when this one made it; a second one at the same time, and a month without a plan, makes none
   */
  async report(siteId: number, month: YearMonth): Promise<number> {
    const [planned] = await this.reports.planned(WORKER(siteId), siteId, [month]);
    if (planned === undefined) return 0;
    const figures = await this.reports.figuresOf(WORKER(siteId), siteId, month);
    return this.work.write(WORKER(siteId), { purpose: MonthlyReportJob.topic }, async (tx) => {
      const id = await this.reports.insert(tx, siteId, month, figures);
      if (id === undefined) return 0;
      await tellRole(tx, siteId, 'supervisor', {
        kind: 'monthly_report_made',
        subjectType: 'monthly_report',
        subjectId: id,
      });
      return 1;
    });
  }
}
