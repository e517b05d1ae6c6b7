import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { remainingAfter } from '#domain/consent';
import { NotFound } from '#kernel';
import { JobseekersRepository, JobseekersService } from '../../../jobseekers/index.js';
import { SitesRepository } from '../../../organisations/index.js';
import { type Html, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { ConsentsRepository } from '../../consents.repository.js';
import { SharingLedgerService } from '../../sharing-ledger.service.js';
import { ConsentsService } from '../../consents.service.js';
import { WithdrawConsent } from '../../dto/withdraw-consent.dto.js';
import { withdrawPage } from './withdraw-consent.view.js';

/** 同意の撤回. */
@Permit('consent.withdraw')
@Controller('consents/:id/withdrawal')
export class WithdrawConsentPageController {
  constructor(
    private readonly service: ConsentsService,
    private readonly consents: ConsentsRepository,
    private readonly jobseekers: JobseekersRepository,
    private readonly ledger: SharingLedgerService,
    private readonly people: JobseekersService,
    private readonly sites: SitesRepository,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.render(page, id, formState({ withdrawnOn: this.work.clock.today() }));
  }

  @Post()
  @HttpCode(200)
  async withdraw(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    const { jobseekerId } = await this.work.read(page.actor, (tx) => this.consents.find(tx, id));
    try {
      await this.service.withdraw(page.actor, id, await validated(WithdrawConsent, withDates(body, ['withdrawnOn'])));
    } catch (error) {
      return this.render(page, id, formState(body, error));
    }
    return seeOther(
      (await this.isStillVisible(page, jobseekerId)) ? `/jobseekers/${jobseekerId}` : '/jobseekers',
      'consent_withdrawn',
    );
  }

  /** An organisation that saw the person by this consent alone no longer does. */
  private async isStillVisible(page: PageContext, jobseekerId: string): Promise<boolean> {
    return this.people.get(page.actor, jobseekerId).then(
      () => true,
      (error: unknown) => {
        if (error instanceof NotFound) return false;
        throw error;
      },
    );
  }

  private async render(page: PageContext, id: string, form: FormState): Promise<Html> {
    const view = await this.work.read(page.actor, async (tx) => {
      const consent = await this.consents.find(tx, id);
      const all = await this.consents.of(tx, consent.jobseekerId);
      return {
        consent,
        // Whatever day is chosen: what may then stay in force was signed after this one.
        later: remainingAfter(consent, all, consent.givenOn, tx.today),
        person: await this.jobseekers.find(tx, consent.jobseekerId),
        site: await this.sites.current(tx),
      };
    });
    const preview = view.consent.kind === 'sharing' ? await this.ledger.beforeWithdrawal(page.actor, id) : undefined;
    return withdrawPage(page, { ...view, preview, form });
  }
}
