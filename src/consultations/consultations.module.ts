import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationsModule } from '../organisations/index.js';
import { ConsultationEntity } from './consultation.entity.js';
import { ConsultationsApiController } from './consultations.api.controller.js';
import { ConsultationsRepository } from './consultations.repository.js';
import { ConsultationsService } from './consultations.service.js';
import { NextActionEntity } from './next-actions/next-action.entity.js';
import { NextActionsApiController } from './next-actions/next-actions.api.controller.js';
import { NextActionsService } from './next-actions/next-actions.service.js';
import { QuickLogPageController } from './pages/quick-log/controller.js';
import { QuickLogReader } from './quick-log.reader.js';

@Module({
  imports: [TypeOrmModule.forFeature([ConsultationEntity, NextActionEntity]), OrganisationsModule],
  controllers: [ConsultationsApiController, NextActionsApiController, QuickLogPageController],
  providers: [ConsultationsService, ConsultationsRepository, NextActionsService, QuickLogReader],
  exports: [ConsultationsService, NextActionsService],
})
export class ConsultationsModule {}
