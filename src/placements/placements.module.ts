import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobseekersModule } from '../jobseekers/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ReferralsModule } from '../referrals/index.js';
import { SupportCasesModule } from '../support-cases/index.js';
import { CasePlacementsApiController } from './api/case-placements.api.controller.js';
import { PlacementsApiController } from './api/placements.api.controller.js';
import { RetentionApiController } from './api/retention.api.controller.js';
import { CaseRecords } from './case-records.js';
import { LadderPageController } from './pages/referral-ladder/referral-ladder.controller.js';
import { OwnRecordsPanel } from './pages/own-records/own-records.panel.js';
import { PlacementPage } from './pages/placement/placement-page.js';
import { PlacementPageController } from './pages/placement/placement.controller.js';
import { RetentionPageController } from './pages/placement/retention.controller.js';
import { PlacementFormController } from './pages/placement-form/placement-form.controller.js';
import { PlacementEntity } from './placement.entity.js';
import { PlacementsRepository } from './placements.repository.js';
import { PlacementsService } from './placements.service.js';
import { RetentionContactEntity } from './retention-contact.entity.js';
import { RetentionService } from './retention.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([PlacementEntity, RetentionContactEntity]),
    OrganisationsModule,
    JobseekersModule,
    ReferralsModule,
    SupportCasesModule,
  ],
  controllers: [
    CasePlacementsApiController,
    PlacementsApiController,
    RetentionApiController,
    LadderPageController,
    PlacementFormController,
    PlacementPageController,
    RetentionPageController,
  ],
  providers: [PlacementsService, RetentionService, PlacementsRepository, CaseRecords, OwnRecordsPanel, PlacementPage],
  exports: [PlacementsService, RetentionService],
})
export class PlacementsModule {}
