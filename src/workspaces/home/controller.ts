import { Controller, Get } from '@nestjs/common';
import { may } from '#access';
import { type Html, Permit, type SeeOther, seeOther } from '../../platform/http/index.js';
import { ForPage, type PageContext } from '../../platform/pages/index.js';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import { RequestsService } from '../../support-cases/index.js';
import { HomeQuery } from './home.query.js';
import { SiteOverviewQuery } from './site-overview.query.js';
import { homePage } from './view.js';

/** ホーム: opens on what needs doing; one for each role. */
@Controller()
export class HomePageController {
  constructor(
    private readonly home: HomeQuery,
    private readonly overview: SiteOverviewQuery,
    private readonly requests: RequestsService,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Permit('own_account')
  async show(@ForPage() page: PageContext): Promise<Html | SeeOther> {
    const { actor } = page;
    if (!may(actor, 'case.read')) return seeOther(may(actor, 'site.manage') ? '/site' : may(actor, 'audit.read') ? '/audit' : '/month');
    const [home, waiting, overview] = await Promise.all([
      this.home.of(actor),
      this.requests.list(actor, 'waiting'),
      actor.role === 'supervisor' ? this.overview.of(actor) : undefined,
    ]);
    return homePage(page, { home, requests: waiting, overview, today: this.work.clock.today() });
  }
}
