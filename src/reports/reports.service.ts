import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { InvalidInput, NotFound, type YearMonth } from '#kernel';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import type { MonthlyReport } from './monthly-report.js';
import { ReportWriter } from './report-writer.js';

/** 月次報告: what was written down of each month that is over. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly writer: ReportWriter,
  ) {}

  async list(actor: StaffActor): Promise<Omit<MonthlyReport, 'figures'>[]> {
    return this.work.read(actor, (tx) =>
      tx.sql<Omit<MonthlyReport, 'figures'>>(
        'SELECT id, month, made_at AS "madeAt" FROM monthly_report WHERE site_id = $1 ORDER BY month DESC',
        [actor.siteId],
      ),
    );
  }

  /** @throws NotFound */
  async get(actor: StaffActor, id: string): Promise<MonthlyReport> {
    const [report] = await this.work.read(actor, (tx) =>
      tx.sql<MonthlyReport>(
        'SELECT id, month, made_at AS "madeAt", figures FROM monthly_report WHERE site_id = $1 AND id = $2',
        [actor.siteId, id],
      ),
    );
    if (!report) throw new NotFound('monthly_report');
    return report;
  }

  /** Months that lack a report and could have one; oldest first. */
  missing(actor: StaffActor): Promise<YearMonth[]> {
    return this.writer.missing(actor, actor.siteId);
  }

  /**
   * Makes the report of a month that has none, for whoever cannot wait for the worker's next round.
   * @throws InvalidInput `report_not_due` at `month`: not over, before what is reported, without a plan, or reported already
   */
  async make(actor: StaffActor, month: YearMonth, idempotencyKey?: string): Promise<{ id: string }> {
    const isDue = (await this.missing(actor)).includes(month);
    const figures = isDue ? await this.writer.figuresOf(actor, actor.siteId, month) : undefined;
    return this.work.write(actor, { purpose: 'report.make', idempotencyKey }, async (tx) => {
      const id = figures && (await this.writer.insert(tx, actor.siteId, month, figures));
      if (id === undefined) throw new InvalidInput([{ field: 'month', code: 'report_not_due' }]);
      tx.record({ kind: 'report.made', subject: { type: 'monthly_report', id } });
      return { id };
    });
  }
}
