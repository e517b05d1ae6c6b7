import { Module } from '@nestjs/common';
import { BackupsModule } from '../backups/index.js';
import { DeskCases } from './desk-cases.js';
import { OrganisationsApiController } from './organisations.api.controller.js';
import { OrganisationsRepository } from './organisations.repository.js';
import { OrganisationsService } from './organisations.service.js';
import { OrganisationProposalsPageController } from './pages/site/organisation-proposals.controller.js';
import { SitePageController } from './pages/site/site.controller.js';
import { SitePartPageController } from './pages/site-parts/site-parts.controller.js';
import { SiteSettingsPageController } from './pages/site-settings/site-settings.controller.js';
import { TargetGroupsPageController } from './pages/target-groups/target-groups.controller.js';
import { SiteListsApiController } from './site-lists.api.controller.js';
import { SitePartsApiController } from './site-parts.api.controller.js';
import { SiteApiController } from './site.api.controller.js';
import { SiteFileRepository } from './site-file.repository.js';
import { SitePartsService } from './site-parts.service.js';
import { SiteService } from './site.service.js';
import { SiteReasons } from './site-reasons.js';
import { SitesRepository } from './sites.repository.js';

@Module({
  imports: [BackupsModule],
  controllers: [
    SiteApiController,
    SitePartsApiController,
    OrganisationsApiController,
    SiteListsApiController,
    SitePageController,
    SiteSettingsPageController,
    TargetGroupsPageController,
    SitePartPageController,
    OrganisationProposalsPageController,
  ],
  providers: [
    SitesRepository,
    SiteReasons,
    SiteFileRepository,
    DeskCases,
    SiteService,
    SitePartsService,
    OrganisationsRepository,
    OrganisationsService,
  ],
  exports: [SitesRepository, SiteReasons, DeskCases],
})
export class OrganisationsModule {}
