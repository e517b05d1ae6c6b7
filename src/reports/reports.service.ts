import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { NotFound, type YearMonth } from '#kernel';
import type { CountedNumber, Figure, Progress, Target, Window } from '#indicators';
import { UnitOfWork } from '../platform/unit-of-work/index.js';

/** A figure as it was when the report was made, with the version of its definition. */
export interface ReportedFigure {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly definitionVersion: number;
  readonly window: Window;
  readonly figure: Figure<CountedNumber>;
  readonly targets: readonly { readonly target: Target; readonly progress: Progress }[];
}

export interface MonthlyReport {
  readonly id: string;
  readonly month: YearMonth;
  readonly madeAt: Date;
  readonly figures: { readonly inMonth: readonly ReportedFigure[]; readonly toDate: readonly ReportedFigure[] };
}

/** 月次報告: what the worker wrote down on the first of each month. */
@Injectable()
export class ReportsService {
  constructor(private readonly work: UnitOfWork) {}

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
}
