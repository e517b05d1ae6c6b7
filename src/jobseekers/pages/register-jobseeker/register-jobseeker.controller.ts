import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { NeedsConfirmation } from '#kernel';
import { SitesRepository } from '../../../organisations/index.js';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { RegisterJobseeker } from '../../dto/register-jobseeker.dto.js';
import type { LikelyDuplicate } from '../../duplicates/duplicates.service.js';
import { JobseekersService } from '../../jobseekers.service.js';
import { PERSON_DATES } from '../person-fieldset.js';
import { registerPage } from './register-jobseeker.view.js';

/** 求職者の登録; likely duplicates are shown before anything is saved. */
@Controller('jobseekers')
export class RegisterPageController {
  constructor(
    private readonly jobseekers: JobseekersService,
    private readonly sites: SitesRepository,
    private readonly work: UnitOfWork,
  ) {}

  @Get('new')
  @Permit('jobseeker.register')
  show(@ForPage() page: PageContext): Promise<Html> {
    return this.render(page, formState({ registeredOn: this.work.clock.today() }));
  }

  @Post()
  @HttpCode(200)
  @Permit('jobseeker.register')
  async register(
    @ForPage() page: PageContext,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      const input = await validated(
        RegisterJobseeker,
        withDates(body, [...PERSON_DATES, 'registeredOn', 'protectedFrom']),
      );
      const { id } = await this.jobseekers.register(page.actor, input, key);
      return seeOther(`/jobseekers/${id}`, 'jobseeker_registered');
    } catch (error) {
      if (error instanceof NeedsConfirmation)
        return this.render(page, formState(body), error.candidates as readonly LikelyDuplicate[]);
      return this.render(page, formState(body, error));
    }
  }

  private async render(page: PageContext, form: FormState, duplicates: readonly LikelyDuplicate[] = []): Promise<Html> {
    const site = await this.work.read(page.actor, (tx) => this.sites.current(tx));
    return registerPage(page, { form, duplicates, groups: site.targetGroups });
  }
}
