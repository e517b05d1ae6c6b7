import { Controller, Get, Query } from '@nestjs/common';
import { may } from '#access';
import { ConsentsService } from '../../consents/index.js';
import { SitesRepository } from '../../organisations/index.js';
import { type Html, Permit, type SeeOther, seeOther } from '../../platform/http/index.js';
import { ForPage, type PageContext } from '../../platform/pages/index.js';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import { HomeFilterQuery } from './home-filter.dto.js';
import { HomeQuery } from './home.query.js';
import { SiteOverviewQuery } from './site-overview.query.js';
import { UnattendedQuery } from './unattended.query.js';
import { homePage } from './home.view.js';

/** ホーム: opens on what needs doing; one for each role. */
@Controller()
export class HomePageController {
  constructor(
    private readonly home: HomeQuery,
    private readonly overview: SiteOverviewQuery,
    private readonly unattended: UnattendedQuery,
    private readonly consents: ConsentsService,
    private readonly sites: SitesRepository,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Permit('own_account')
  async show(@ForPage() page: PageContext, @Query() filter: HomeFilterQuery): Promise<Html | SeeOther> {
    const { actor } = page;
    if (!may(actor, 'case.read'))
      return seeOther(may(actor, 'site.manage') ? '/site' : may(actor, 'audit.read') ? '/audit' : '/month');
    const view = await this.work.read(actor, async (tx) => ({
      unattended: actor.role === 'supervisor' ? await this.unattended.read(tx) : undefined,
      home: await this.home.read(tx, actor, filter),
      confirmations: await this.consents.confirmationsWaiting(tx),
      overview: actor.role === 'supervisor' ? await this.overview.read(tx, actor) : undefined,
      site: await this.sites.current(tx),
      today: tx.today,
    }));
    return homePage(page, { filter, ...view });
  }
}
