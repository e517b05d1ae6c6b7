import { Controller, Get, Query } from '@nestjs/common';
import { may } from '#access';
import { isRecordMonth, monthOf, NotFound } from '#kernel';
import type { FigureTileProps } from '#ui';
import { FiguresService, type IndicatorFigure } from '../../indicators/index.js';
import { type Html, Permit } from '../../platform/http/index.js';
import { ForPage, type PageContext } from '../../platform/pages/index.js';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import { tileOf } from './month.presenter.js';
import { monthPage, noPlanPage } from './month.view.js';

/** 月次の実績: the supervisor's month of a site. */
@Controller('month')
export class MonthPageController {
  constructor(
    private readonly figures: FiguresService,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Permit('figure.read')
  async show(@ForPage() page: PageContext, @Query('month') asked?: string): Promise<Html> {
    const today = monthOf(this.work.clock.today());
    const month = asked !== undefined && isRecordMonth(asked) ? asked : today;
    const { siteId } = page.actor;
    try {
      const { plan, asOf, inMonth, toDate, trend, yearBefore } = await this.figures.monthInContext(
        page.actor,
        siteId,
        month,
      );
      const mayOpen = may(page.actor, 'figure.open');
      const tile = (line: IndicatorFigure): FigureTileProps =>
        tileOf(line, {
          period: 'month',
          mayOpen,
          trend: trend.get(line.indicator.code) ?? [],
          yearBefore: yearBefore.get(line.indicator.code),
        });
      const tileToDate = (line: IndicatorFigure): FigureTileProps =>
        tileOf(line, { period: 'to_date', mayOpen, trend: [], yearBefore: undefined });
      return monthPage(page, {
        plan: plan.document,
        month,
        asOf,
        today,
        programmes: plan.document.programmes
          .filter(({ indicators }) => indicators.length > 0)
          .map((programme) => {
            const codes = new Set(programme.indicators.map(({ code }) => code));
            const own = <T extends { indicator: { code: string } }>(lines: readonly T[]): T[] =>
              lines.filter(({ indicator }) => codes.has(indicator.code));
            return { name: programme.name, inMonth: own(inMonth).map(tile), toDate: own(toDate).map(tileToDate) };
          }),
      });
    } catch (error) {
      if (error instanceof NotFound && error.what === 'yearly_plan')
        return noPlanPage(page, { month, today, mayImport: may(page.actor, 'yearly_plan.write') });
      throw error;
    }
  }
}
