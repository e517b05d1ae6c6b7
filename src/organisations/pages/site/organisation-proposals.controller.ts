import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Permit, type SeeOther, seeOther } from '../../../platform/http/index.js';
import { ForPage, type PageContext } from '../../../platform/pages/index.js';
import { OrganisationsService } from '../../organisations.service.js';

/** 機関の参加の提案: agreed to or refused by whoever is asked. */
@Permit('site.manage')
@Controller('site/organisation-proposals/:id')
export class OrganisationProposalsPageController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Post('confirmation')
  @HttpCode(200)
  async confirm(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<SeeOther> {
    await this.organisations.confirm(page.actor, id);
    return seeOther('/site', 'organisation_confirmed');
  }

  @Post('refusal')
  @HttpCode(200)
  async refuse(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<SeeOther> {
    await this.organisations.refuse(page.actor, id);
    return seeOther('/site', 'organisation_refused');
  }
}
