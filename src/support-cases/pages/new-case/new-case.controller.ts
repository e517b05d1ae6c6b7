import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { NotFound } from '#kernel';
import { LEAD_ROLE } from '#domain/support-case';
import { JobseekersService } from '../../../jobseekers/index.js';
import { SitesRepository } from '../../../organisations/index.js';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { OpenCase } from '../../dto/open-case.dto.js';
import { SupportCasesService } from '../../support-cases.service.js';
import { newCasePage } from './new-case.view.js';

/** 支援期間の開始. */
@Controller('cases')
export class NewCasePageController {
  constructor(
    private readonly cases: SupportCasesService,
    private readonly jobseekers: JobseekersService,
    private readonly sites: SitesRepository,
    private readonly work: UnitOfWork,
  ) {}

  @Get('new')
  @Permit('case.open')
  show(@ForPage() page: PageContext, @Query('jobseeker') jobseekerId?: string): Promise<Html> {
    const deskId = String(page.actor.deskId ?? '');
    return this.render(page, jobseekerId, formState({ openedOn: this.work.clock.today(), deskId, role: LEAD_ROLE }));
  }

  @Post()
  @HttpCode(200)
  @Permit('case.open')
  async open(
    @ForPage() page: PageContext,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      const { id } = await this.cases.open(page.actor, await validated(OpenCase, withDates(body, ['openedOn'])), key);
      return seeOther(`/cases/${id}`, 'case_opened');
    } catch (error) {
      return this.render(page, body['jobseekerId'], formState(body, error));
    }
  }

  private async render(page: PageContext, jobseekerId: unknown, form: FormState): Promise<Html> {
    if (!isUUID(jobseekerId)) throw new NotFound('jobseeker');
    const person = await this.jobseekers.get(page.actor, String(jobseekerId));
    const site = await this.work.read(page.actor, (tx) => this.sites.current(tx));
    const periods = await this.cases.list(page.actor, { jobseekerId: person.id });
    return newCasePage(page, { person, site, periods: periods.items, form });
  }
}
