import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { SystemActor } from '#access';
import { monthOf, NotFound, previousMonth, type YearMonth } from '#kernel';
import { FiguresService, type IndicatorFigure } from '../indicators/index.js';
import { tellRole } from '../notifications/index.js';
import { SitesRepository } from '../organisations/index.js';
import { JobHandlers } from '../platform/queue/index.js';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import type { ReportedFigure } from './reports.service.js';

const WORKER = (siteId: number): SystemActor => ({
  kind: 'system',
  name: 'worker',
  siteIds: [siteId],
  organisationIds: [],
});

/** On the first of the month, the figures of the month before are written down for every site and its supervisors told. */
@Injectable()
export class MonthlyReportJob implements OnModuleInit {
  static readonly topic = 'report.monthly';

  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly figures: FiguresService,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      topic: MonthlyReportJob.topic,
      schedule: '0 5 1 * *',
      handle: () => this.reportEverywhere(),
    });
  }

  async reportEverywhere(): Promise<void> {
    const month = previousMonth(monthOf(this.work.clock.today()));
    const siteIds = await this.work.read(WORKER(0), (tx) => this.sites.allIds(tx));
    for (const siteId of siteIds) await this.report(siteId, month);
  }

  /** @returns whether a report was made; a site without a plan for the month has none, a second run makes no second one */
  async report(siteId: number, month: YearMonth): Promise<boolean> {
    const figures = await this.figuresOf(siteId, month);
    if (!figures) return false;
    return this.work.write(WORKER(siteId), { purpose: MonthlyReportJob.topic }, async (tx) => {
      const [made] = await tx.sql<{ id: string }>(
        'INSERT INTO monthly_report (id, site_id, month, figures) VALUES ($1, $2, $3, $4) ON CONFLICT (site_id, month) DO NOTHING RETURNING id',
        [uuid(), siteId, month, JSON.stringify(figures)],
      );
      if (!made) return false;
      await tellRole(tx, siteId, 'supervisor', {
        kind: 'monthly_report_made',
        subjectType: 'monthly_report',
        subjectId: made.id,
      });
      return true;
    });
  }

  private async figuresOf(
    siteId: number,
    month: YearMonth,
  ): Promise<{ inMonth: ReportedFigure[]; toDate: ReportedFigure[] } | undefined> {
    try {
      const { inMonth, toDate } = await this.figures.ofMonth(WORKER(siteId), siteId, month);
      return { inMonth: inMonth.map(reported), toDate: toDate.map(reported) };
    } catch (error) {
      if (error instanceof NotFound && error.what === 'yearly_plan') return undefined;
      throw error;
    }
  }
}

function reported({ indicator, window, figure, targets }: IndicatorFigure): ReportedFigure {
  return {
    code: indicator.code,
    name: indicator.name,
    unit: indicator.unit,
    definitionVersion: indicator.version,
    window,
    figure,
    targets,
  };
}
