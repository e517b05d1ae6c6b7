import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { monthOf, previousMonth } from '#kernel';
import {
  FiscalYearPipe,
  type Html,
  IdempotencyKey,
  Permit,
  type SeeOther,
  seeOther,
  validated,
} from '../../../platform/http/index.js';
import { ForPage, type FormState, formState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { EnterManualFigure } from '../manual-figure.dto.js';
import { ManualFiguresService } from '../manual-figures.service.js';
import { manualFiguresPage } from './manual-figures.view.js';

/** 手入力の実績 of a fiscal year. */
@Controller('yearly-plans/:fiscalYear/manual-figures')
export class ManualFiguresPageController {
  constructor(
    private readonly manual: ManualFiguresService,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Permit('yearly_plan.write')
  show(@ForPage() page: PageContext, @Param('fiscalYear', FiscalYearPipe) fiscalYear: number): Promise<Html> {
    return this.render(page, fiscalYear, formState({ month: previousMonth(monthOf(this.work.clock.today())) }));
  }

  @Post()
  @HttpCode(200)
  @Permit('yearly_plan.write')
  async enter(
    @ForPage() page: PageContext,
    @Param('fiscalYear', FiscalYearPipe) fiscalYear: number,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      await this.manual.enter(page.actor, fiscalYear, await validated(EnterManualFigure, withDates(body, [])), key);
      return seeOther(`/yearly-plans/${fiscalYear}/manual-figures`, 'saved');
    } catch (error) {
      return this.render(page, fiscalYear, formState(body, error));
    }
  }

  private async render(page: PageContext, fiscalYear: number, form: FormState): Promise<Html> {
    return manualFiguresPage(page, { fiscalYear, form, figures: await this.manual.ofYear(page.actor, fiscalYear) });
  }
}
