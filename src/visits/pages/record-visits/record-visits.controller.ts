import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { monthOf } from '#kernel';
import { type Html, type SeeOther, IdempotencyKey, Permit, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { SitesRepository } from '../../../organisations/index.js';
import { RecordVisit } from '../../dto/record-visit.dto.js';
import { VisitsService } from '../../visits.service.js';
import { recordVisitsPage } from './record-visits.view.js';

/** 来所の記録: count people at the door, see the month's counts. */
@Controller('visits')
export class RecordVisitsPageController {
  constructor(
    private readonly visits: VisitsService,
    private readonly sites: SitesRepository,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Permit('visit.record')
  show(@ForPage() page: PageContext): Promise<Html> {
    const today = this.work.clock.today();
    return this.render(
      page,
      formState({ visitedOn: today, quantity: '1', purpose: 'use', deskId: String(page.actor.deskId ?? '') }),
    );
  }

  @Post()
  @HttpCode(200)
  @Permit('visit.record')
  async record(
    @ForPage() page: PageContext,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      await this.visits.record(page.actor, await validated(RecordVisit, withDates(body, ['visitedOn'])), key);
      return seeOther('/visits', 'saved');
    } catch (error) {
      return this.render(page, formState(body, error));
    }
  }

  private async render(page: PageContext, form: FormState): Promise<Html> {
    const month = monthOf(this.work.clock.today());
    const site = await this.work.read(page.actor, (tx) => this.sites.current(tx));
    return recordVisitsPage(page, {
      form,
      month,
      desks: site.desks,
      lines: await this.visits.ofMonth(page.actor, month),
    });
  }
}
