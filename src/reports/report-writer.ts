import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '#access';
import type { YearMonth } from '#kernel';
import { FiguresService, type IndicatorFigure } from '../indicators/index.js';
import { SitesRepository } from '../organisations/index.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { reportableMonths } from './missing-reports.js';
import type { MonthlyReport, ReportedFigure } from './monthly-report.js';

/** Which reports a site lacks, and how one is written down: for the worker, and for whoever makes one by hand. */
@Injectable()
export class ReportWriter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly figures: FiguresService,
  ) {}

  /** Months that are over, have a plan and no report; oldest first. @param actor who works at the site */
  async missing(actor: Actor, siteId: number): Promise<YearMonth[]> {
    const { months, reported } = await this.work.read(actor, async (tx) => {
      const { openedOn } = await this.sites.current(tx);
      const rows = await tx.sql<{ month: YearMonth }>('SELECT month FROM monthly_report WHERE site_id = $1', [siteId]);
      return { months: reportableMonths(openedOn, tx.today), reported: new Set(rows.map(({ month }) => month)) };
    });
    return this.planned(
      actor,
      siteId,
      months.filter((month) => !reported.has(month)),
    );
  }

  /** Those of the months that a plan covers. */
  planned(actor: Actor, siteId: number, months: readonly YearMonth[]): Promise<YearMonth[]> {
    return this.figures.plannedMonths(actor, siteId, months);
  }

  /** @throws NotFound `yearly_plan` */
  async figuresOf(actor: Actor, siteId: number, month: YearMonth): Promise<MonthlyReport['figures']> {
    const { inMonth, toDate } = await this.figures.ofMonth(actor, siteId, month);
    return { inMonth: inMonth.map(reported), toDate: toDate.map(reported) };
  }

  /** @returns its id; undefined when there is one of the month already */
  async insert(
    tx: Transaction,
    siteId: number,
    month: YearMonth,
    figures: MonthlyReport['figures'],
  ): Promise<string | undefined> {
    const [made] = await tx.sql<{ id: string }>(
      'INSERT INTO monthly_report (id, site_id, month, figures) VALUES ($1, $2, $3, $4) ON CONFLICT (site_id, month) DO NOTHING RETURNING id',
      [uuid(), siteId, month, JSON.stringify(figures)],
    );
    return made?.id;
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
