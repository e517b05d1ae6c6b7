import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobseekersModule } from '../jobseekers/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { CaseTasks, SupportCasesModule } from '../support-cases/index.js';
import { TeamMembersModule } from '../team-members/index.js';
import { ConsultationEntity } from './consultation.entity.js';
import { ConsultationsApiController } from './consultations.api.controller.js';
import { ConsultationsRepository } from './consultations.repository.js';
import { ConsultationsService } from './consultations.service.js';
import { HeldNextActions } from './next-actions/held-next-actions.js';
import { NextActionEntity } from './next-actions/next-action.entity.js';
import { NextActionsApiController } from './next-actions/next-actions.api.controller.js';
import { NextActionsPageController } from './next-actions/next-actions.pages.controller.js';
import { NextActionsService } from './next-actions/next-actions.service.js';
import { openPromises } from './next-actions/open-promises.js';
import { CaseConsultationsPageController } from './pages/case-consultations/case-consultations.controller.js';
import { EditConsultationPageController } from './pages/edit-consultation/edit-consultation.controller.js';
import { QuickLogPageController } from './pages/quick-log/quick-log.controller.js';
import { RecordPageController } from './pages/consultation/consultation.controller.js';
import { QuickLogReader } from './quick-log.reader.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ConsultationEntity, NextActionEntity]),
    OrganisationsModule,
    JobseekersModule,
    SupportCasesModule,
    TeamMembersModule,
  ],
  controllers: [
    ConsultationsApiController,
    NextActionsApiController,
    NextActionsPageController,
    QuickLogPageController,
    RecordPageController,
    EditConsultationPageController,
    CaseConsultationsPageController,
  ],
  providers: [ConsultationsService, ConsultationsRepository, NextActionsService, HeldNextActions, QuickLogReader],
  exports: [ConsultationsService, NextActionsService],
})
export class ConsultationsModule implements OnModuleInit {
  constructor(private readonly tasks: CaseTasks) {}

  onModuleInit(): void {
    this.tasks.register(openPromises);
  }
}
