import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationsModule } from '../organisations/index.js';
import { RecordVisitsPageController } from './pages/record-visits/record-visits.controller.js';
import { VisitEntity } from './visit.entity.js';
import { VisitsApiController } from './visits.api.controller.js';
import { VisitsService } from './visits.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([VisitEntity]), OrganisationsModule],
  controllers: [VisitsApiController, RecordVisitsPageController],
  providers: [VisitsService],
  exports: [VisitsService],
})
export class VisitsModule {}
