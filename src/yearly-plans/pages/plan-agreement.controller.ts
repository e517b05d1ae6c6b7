import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { FiscalYearPipe, type Html, Permit, type SeeOther, seeOther, validated } from '../../platform/http/index.js';
import { ForPage, formState, type PageContext, withDates } from '../../platform/pages/index.js';
import { PlanAgreementsService } from '../plan-agreements.service.js';
import { AgreeOnPlan } from '../yearly-plans.dto.js';
import { YearlyPlansService } from '../yearly-plans.service.js';
import { planPage } from './yearly-plans.views.js';

/** 数え方の合意: pressed on the page of the plan. */
@Controller('yearly-plans/:fiscalYear/agreement')
@Permit('yearly_plan.write')
export class PlanAgreementPageController {
  constructor(
    private readonly plans: YearlyPlansService,
    private readonly agreements: PlanAgreementsService,
  ) {}

  @Post()
  @HttpCode(200)
  agree(
    @ForPage() page: PageContext,
    @Param('fiscalYear', FiscalYearPipe) fiscalYear: number,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    return this.act(page, fiscalYear, body, (version) => this.agreements.agree(page.actor, fiscalYear, version));
  }

  @Post('withdrawal')
  @HttpCode(200)
  withdraw(
    @ForPage() page: PageContext,
    @Param('fiscalYear', FiscalYearPipe) fiscalYear: number,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    return this.act(page, fiscalYear, body, (version) => this.agreements.withdraw(page.actor, fiscalYear, version));
  }

  private async act(
    page: PageContext,
    fiscalYear: number,
    body: Record<string, unknown>,
    act: (version: number) => Promise<void>,
  ): Promise<Html | SeeOther> {
    try {
      await act((await validated(AgreeOnPlan, withDates(body, []))).version);
      return seeOther(`/yearly-plans/${fiscalYear}`, 'saved');
    } catch (error) {
      // The plan as it is now, with what was in the way.
      return planPage(page, await this.plans.plan(page.actor, fiscalYear), formState({}, error));
    }
  }
}
