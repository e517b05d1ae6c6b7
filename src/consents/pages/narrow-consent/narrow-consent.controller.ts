import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { JobseekersRepository, SharingGrantsRepository } from '../../../jobseekers/index.js';
import { type Html, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { ConsentNarrowingService } from '../../consent-narrowing.service.js';
import { ConsentsRepository } from '../../consents.repository.js';
import { NarrowConsent } from '../../dto/narrow-consent.dto.js';
import { SharingLedgerService } from '../../sharing-ledger.service.js';
import { narrowConsentPage } from './narrow-consent.view.js';

/** 共有する内容の見直し. */
@Permit('consent.withdraw')
@Controller('consents/:id/categories')
export class NarrowConsentPageController {
  constructor(
    private readonly narrowing: ConsentNarrowingService,
    private readonly ledger: SharingLedgerService,
    private readonly consents: ConsentsRepository,
    private readonly grants: SharingGrantsRepository,
    private readonly jobseekers: JobseekersRepository,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  async show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    const { categories } = await this.work.read(page.actor, (tx) => this.consents.find(tx, id));
    return this.render(page, id, formState({ categories, narrowedOn: this.work.clock.today() }));
  }

  @Post()
  @HttpCode(200)
  async narrow(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      await this.narrowing.narrow(
        page.actor,
        id,
        await validated(NarrowConsent, withDates({ categories: [], ...body }, ['narrowedOn'])),
      );
    } catch (error) {
      return this.render(page, id, formState(body, error));
    }
    const { jobseekerId } = await this.work.read(page.actor, (tx) => this.consents.find(tx, id));
    return seeOther(`/jobseekers/${jobseekerId}/sharing`, 'sharing_narrowed');
  }

  private async render(page: PageContext, id: string, form: FormState): Promise<Html> {
    const view = await this.work.read(page.actor, async (tx) => {
      const consent = await this.consents.find(tx, id);
      return {
        consent,
        person: await this.jobseekers.find(tx, consent.jobseekerId),
        toConfirm: (await this.grants.toConfirm(tx, consent.jobseekerId)).has(id),
      };
    });
    return narrowConsentPage(page, { ...view, preview: await this.ledger.beforeWithdrawal(page.actor, id), form });
  }
}
