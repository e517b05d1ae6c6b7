import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { isConsentKind } from '#domain/consent';
import { ja } from '#messages';
import { JobseekersService } from '../../../jobseekers/index.js';
import { SitesRepository } from '../../../organisations/index.js';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { ConsentsService } from '../../consents.service.js';
import { PrepareConsentForm } from '../../dto/prepare-consent-form.dto.js';
import { RecordConsent } from '../../dto/record-consent.dto.js';
import { unsignedForm } from '../unsigned-consent/unsigned-consent.view.js';
import { recordConsentPage } from './record-consent.view.js';

/** 同意の記録, and the paper that is signed before it. */
@Permit('consent.record')
@Controller('jobseekers/:id/consents')
export class RecordConsentPageController {
  constructor(
    private readonly consents: ConsentsService,
    private readonly jobseekers: JobseekersService,
    private readonly sites: SitesRepository,
    private readonly work: UnitOfWork,
  ) {}

  @Get('new')
  async show(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Query('kind') kind?: string,
  ): Promise<Html> {
    const { participationPurpose, sharingPurpose } = ja.consent.usual;
    const chosen = isConsentKind(kind) ? kind : 'participation';
    const purpose = chosen === 'sharing' ? sharingPurpose : participationPurpose;
    return this.render(
      page,
      id,
      formState({
        kind: chosen,
        purpose,
        categories: await this.consents.proposed(page.actor, id),
        method: 'signed',
        givenOn: this.work.clock.today(),
      }),
    );
  }

  @Post()
  @HttpCode(200)
  async record(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      await this.consents.record(
        page.actor,
        id,
        await validated(RecordConsent, withDates(body, ['givenOn', 'endsOn'])),
        key,
      );
      return seeOther(`/jobseekers/${id}`, 'consent_recorded');
    } catch (error) {
      return this.render(page, id, formState(body, error));
    }
  }

  /** The form to be signed, in the usual words. */
  @Get('unsigned')
  printUsual(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Query('kind') kind?: string,
  ): Promise<Html> {
    return this.print(page, id, { kind: isConsentKind(kind) ? kind : 'participation' });
  }

  /** The form to be signed, in the words typed so far; nothing is recorded. */
  @Post('unsigned')
  @HttpCode(200)
  async printTyped(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html> {
    try {
      return await this.print(page, id, await validated(PrepareConsentForm, withDates(body, ['givenOn', 'endsOn'])));
    } catch (error) {
      return this.render(page, id, formState(body, error));
    }
  }

  private async print(page: PageContext, id: string, terms: PrepareConsentForm): Promise<Html> {
    const person = await this.jobseekers.get(page.actor, id);
    const { site, today } = await this.work.read(page.actor, async (tx) => ({
      site: await this.sites.current(tx),
      today: tx.today,
    }));
    const proposed = await this.consents.proposed(page.actor, id);
    return unsignedForm(page, { person, site, terms, proposed, today });
  }

  private async render(page: PageContext, id: string, form: FormState): Promise<Html> {
    const person = await this.jobseekers.get(page.actor, id);
    const site = await this.work.read(page.actor, (tx) => this.sites.current(tx));
    const others = site.organisations.filter((organisation) => organisation.id !== page.actor.organisationId);
    return recordConsentPage(page, { person, others, guardianAges: site.guardianAges, form });
  }
}
