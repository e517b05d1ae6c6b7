import { Controller, Get, Query } from '@nestjs/common';
import { SitesRepository } from '../../organisations/index.js';
import { type Html, Permit } from '../../platform/http/index.js';
import { ForPage, type PageContext } from '../../platform/pages/index.js';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import { CaseloadFilterQuery } from './caseload-filter.dto.js';
import { CaseloadQuery } from './caseload.query.js';
import { caseloadPage } from './caseload.view.js';

/** 支援ケースの一覧 */
@Controller('cases')
export class CaseloadPageController {
  constructor(
    private readonly caseload: CaseloadQuery,
    private readonly sites: SitesRepository,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Permit('case.read')
  async show(@ForPage() page: PageContext, @Query() filter: CaseloadFilterQuery): Promise<Html> {
    const { actor } = page;
    const view = await this.work.read(actor, async (tx) => ({
      cases: await this.caseload.read(tx, actor, filter),
      site: await this.sites.current(tx),
      today: tx.today,
    }));
    return caseloadPage(page, { filter, ...view });
  }
}
