import { Module } from '@nestjs/common';
import { ConsentsModule } from '../consents/index.js';
import { IndicatorsModule } from '../indicators/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { SupportCasesModule } from '../support-cases/index.js';
import { SupportTeamsModule } from '../support-teams/index.js';
import { TimelineModule } from '../timeline/index.js';
import { YearlyPlansModule } from '../yearly-plans/index.js';
import { CaseAxisQuery } from './case-file/case-axis.query.js';
import { CaseFilePageController } from './case-file/case-file.controller.js';
import { SinceLastSeenQuery } from './case-file/since-last-seen.query.js';
import { CaseloadApiController } from './caseload/caseload.api.controller.js';
import { CaseloadQuery } from './caseload/caseload.query.js';
import { CaseloadPageController } from './caseload/caseload.controller.js';
import { FigurePageController } from './figure/figure.controller.js';
import { HomePageController } from './home/home.controller.js';
import { HomeQuery } from './home/home.query.js';
import { SiteOverviewQuery } from './home/site-overview.query.js';
import { UnattendedQuery } from './home/unattended.query.js';
import { MonthPageController } from './month/month.controller.js';
import { PeekController } from './peek/peek.controller.js';

/** Pages composed from several features; it owns no table, and nothing but the root imports it. */
@Module({
  imports: [
    ConsentsModule,
    OrganisationsModule,
    SupportCasesModule,
    SupportTeamsModule,
    IndicatorsModule,
    TimelineModule,
    YearlyPlansModule,
  ],
  controllers: [
    HomePageController,
    CaseloadApiController,
    CaseloadPageController,
    MonthPageController,
    FigurePageController,
    CaseFilePageController,
    PeekController,
  ],
  providers: [HomeQuery, SiteOverviewQuery, UnattendedQuery, CaseloadQuery, CaseAxisQuery, SinceLastSeenQuery],
})
export class WorkspacesModule {}
