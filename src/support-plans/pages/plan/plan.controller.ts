import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { NotFound } from '#kernel';
import { type Html, Limited, Permit } from '../../../platform/http/index.js';
import { ForPage, type PageContext } from '../../../platform/pages/index.js';
import { CaseFrame } from '../../../support-cases/index.js';
import { SupportPlansService } from '../../support-plans.service.js';
import { VersionQuery } from '../../dto/version-query.dto.js';
import { printPage } from '../printed-plan/printed-plan.view.js';
import { noPlanPage, planPage } from './plan.view.js';

/** プラン: goal, steps, reviews and versions of a case; and the same as a form on paper. */
@Controller('cases/:id/plan')
export class PlanPageController {
  constructor(
    private readonly plans: SupportPlansService,
    private readonly frame: CaseFrame,
  ) {}

  @Get()
  @Permit('plan.read')
  async show(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { version }: VersionQuery,
  ): Promise<Html> {
    const frame = await this.frame.load(page.actor, id);
    const plan = await this.plans.ofCase(page.actor, id);
    if (!plan) return noPlanPage(page, frame);
    const shown = version === undefined ? plan.inForce : plan.versions.find((one) => one.version === version);
    if (!shown) throw new NotFound('support_plan_version');
    return planPage(page, { frame, plan, shown });
  }

  @Get('print')
  @Limited('export')
  @Permit('plan.read')
  async print(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { version }: VersionQuery,
  ): Promise<Html> {
    const frame = await this.frame.load(page.actor, id);
    const plan = await this.plans.ofCase(page.actor, id);
    const shown = version === undefined ? plan?.inForce : plan?.versions.find((one) => one.version === version);
    if (!plan || !shown) throw new NotFound('support_plan_version');
    return printPage(page, { frame, plan, shown });
  }
}
