import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { SitesRepository } from '../../../organisations/index.js';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { CaseFrame, StepsService } from '../../../support-cases/index.js';
import { MakeRequest } from '../../dto/make-request.dto.js';
import { SupportRequestsService } from '../../support-requests.service.js';
import { requestFormPage } from './request-form.view.js';

/** 支援要請書 to be filled in by the city. */
@Controller('cases/:id/requests')
export class RequestFormPageController {
  constructor(
    private readonly frame: CaseFrame,
    private readonly steps: StepsService,
    private readonly requests: SupportRequestsService,
    private readonly sites: SitesRepository,
    private readonly work: UnitOfWork,
  ) {}

  @Get('new')
  @Permit('request.make')
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.render(page, id, formState({ requestedOn: this.work.clock.today() }));
  }

  @Post()
  @HttpCode(200)
  @Permit('request.make')
  async make(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      const made = await this.requests.make(
        page.actor,
        id,
        await validated(MakeRequest, withDates(body, ['requestedOn'])),
        key,
      );
      return seeOther(`/requests/${made.id}`, 'request_made');
    } catch (error) {
      return this.render(page, id, formState(body, error));
    }
  }

  private async render(page: PageContext, id: string, form: FormState): Promise<Html> {
    const frame = await this.frame.load(page.actor, id);
    const site = await this.work.read(page.actor, (tx) => this.sites.current(tx));
    return requestFormPage(page, { frame, steps: await this.steps.of(page.actor, id), site, form });
  }
}
