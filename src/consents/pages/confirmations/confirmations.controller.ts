import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { SitesRepository } from '../../../organisations/index.js';
import { type Html, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { ConsentsService } from '../../consents.service.js';
import { ConfirmConsent } from '../../dto/confirm-consent.dto.js';
import { confirmationsPage } from './confirmations.view.js';

/** 共有の確認: consents that another organisation recorded after a sharing had ended, and that would open one's own records. */
@Permit('consent.record')
@Controller()
export class ConfirmationsPageController {
  constructor(
    private readonly consents: ConsentsService,
    private readonly sites: SitesRepository,
    private readonly work: UnitOfWork,
  ) {}

  @Get('sharing-confirmations')
  show(@ForPage() page: PageContext): Promise<Html> {
    return this.render(page);
  }

  @Post('consents/:id/confirmation')
  @HttpCode(200)
  async confirm(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      const { decision, ...rest } = await validated(ConfirmConsent, withDates(body, []));
      await this.consents.confirm(page.actor, id, { decision, ...rest });
      return seeOther('/sharing-confirmations', decision === 'confirmed' ? 'sharing_confirmed' : 'sharing_declined');
    } catch (error) {
      return this.render(page, { id, form: formState(body, error) });
    }
  }

  private async render(page: PageContext, refused?: { id: string; form: FormState }): Promise<Html> {
    const asked = await this.consents.toConfirm(page.actor);
    const site = await this.work.read(page.actor, (tx) => this.sites.current(tx));
    return confirmationsPage(page, { asked, site, refused });
  }
}
