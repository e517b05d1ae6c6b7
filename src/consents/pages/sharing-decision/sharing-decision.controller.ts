import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { USUAL_CATEGORIES } from '#domain/sharing';
import { JobseekersService } from '../../../jobseekers/index.js';
import { SitesRepository } from '../../../organisations/index.js';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { SharingDecisionsService } from '../../decisions/sharing-decisions.service.js';
import { EndSharingDecision, RecordSharingDecision } from '../../dto/sharing-decision.dto.js';
import { sharingDecisionPage } from './sharing-decision.view.js';

/** 会議などの決定による共有の記録. */
@Controller()
export class SharingDecisionPageController {
  constructor(
    private readonly decisions: SharingDecisionsService,
    private readonly jobseekers: JobseekersService,
    private readonly sites: SitesRepository,
    private readonly work: UnitOfWork,
  ) {}

  @Get('jobseekers/:id/sharing-decisions/new')
  @Permit('consent.record')
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    const today = this.work.clock.today();
    return this.render(page, id, formState({ categories: USUAL_CATEGORIES, decidedOn: today }));
  }

  @Post('jobseekers/:id/sharing-decisions')
  @HttpCode(200)
  @Permit('consent.record')
  async record(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      const typed = withDates({ categories: [], ...body }, ['decidedOn', 'endsOn']);
      await this.decisions.record(page.actor, id, await validated(RecordSharingDecision, typed), key);
      return seeOther(`/jobseekers/${id}/sharing`, 'saved');
    } catch (error) {
      return this.render(page, id, formState(body, error));
    }
  }

  @Post('sharing-decisions/:id/end')
  @HttpCode(200)
  @Permit('consent.withdraw')
  async end(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<SeeOther> {
    const input = await validated(EndSharingDecision, withDates(body, []));
    const { jobseekerId } = await this.decisions.end(page.actor, id, input);
    return seeOther(`/jobseekers/${jobseekerId}/sharing`, 'saved');
  }

  private async render(page: PageContext, id: string, form: FormState): Promise<Html> {
    const person = await this.jobseekers.get(page.actor, id);
    const site = await this.work.read(page.actor, (tx) => this.sites.current(tx));
    const others = site.organisations.filter((organisation) => organisation.id !== page.actor.organisationId);
    return sharingDecisionPage(page, { person, others, form });
  }
}
