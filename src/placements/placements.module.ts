import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobseekersModule } from '../jobseekers/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ReferralsModule } from '../referrals/index.js';
import { SupportCasesModule } from '../support-cases/index.js';
import { CaseRecords } from './case-records.js';
import { LadderPageController } from './pages/referral-ladder/referral-ladder.controller.js';
import { OwnRecordsPanel } from './pages/own-records/own-records.panel.js';
import { PlacementPageController } from './pages/placement/placement.controller.js';
import { PlacementFormController } from './pages/placement-form/placement-form.controller.js';
import { PlacementEntity } from './placement.entity.js';
import { PlacementsApiController } from './placements.api.controller.js';
import { PlacementsRepository } from './placements.repository.js';
import { PlacementsService } from './placements.service.js';
import { RetentionContactEntity } from './retention-contact.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([PlacementEntity, RetentionContactEntity]),
    OrganisationsModule,
    JobseekersModule,
    ReferralsModule,
    SupportCasesModule,
  ],
  controllers: [PlacementsApiController, LadderPageController, PlacementFormController, PlacementPageController],
  providers: [PlacementsService, PlacementsRepository, CaseRecords, OwnRecordsPanel],
  exports: [PlacementsService],
})
export class PlacementsModule {}
