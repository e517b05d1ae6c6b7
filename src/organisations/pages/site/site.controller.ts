import { Controller, Get } from '@nestjs/common';
import { type Html, Permit } from '../../../platform/http/index.js';
import { ForPage, type PageContext } from '../../../platform/pages/index.js';
import { SiteService } from '../../site.service.js';
import { sitePage } from './site.view.js';

/** 拠点の管理 */
@Controller('site')
export class SitePageController {
  constructor(private readonly site: SiteService) {}

  @Get()
  @Permit('site.manage')
  async show(@ForPage() page: PageContext): Promise<Html> {
    const { site, backups } = await this.site.overview(page.actor);
    return sitePage(page, site, backups);
  }
}
