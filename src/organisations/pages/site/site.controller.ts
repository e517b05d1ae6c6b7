import { Controller, Get } from '@nestjs/common';
import { type Html, Permit } from '../../../platform/http/index.js';
import { ForPage, type PageContext } from '../../../platform/pages/index.js';
import { OrganisationsService } from '../../organisations.service.js';
import { SiteService } from '../../site.service.js';
import { sitePage } from './site.view.js';

/** 拠点の管理 */
@Controller('site')
export class SitePageController {
  constructor(
    private readonly site: SiteService,
    private readonly organisations: OrganisationsService,
  ) {}

  @Get()
  @Permit('site.manage')
  async show(@ForPage() page: PageContext): Promise<Html> {
    const [{ site, backups }, proposals] = await Promise.all([
      this.site.overview(page.actor),
      this.organisations.proposals(page.actor),
    ]);
    return sitePage(page, { site, backups, proposals });
  }
}
