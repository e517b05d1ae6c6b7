import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsentsModule } from '../consents/index.js';
import { JobseekersModule } from '../jobseekers/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { CaseEvidence } from './case-evidence.js';
import { CaseFactsReader } from './case-facts.reader.js';
import { CaseSettings } from './case-settings.js';
import { CaseTransitions } from './case-transitions.js';
import { CaseFrame } from './frame/case-frame.js';
import { NextStepSource } from './frame/next-step-source.js';
import { NewCasePageController } from './pages/new-case/new-case.controller.js';
import { PeriodsPanel } from './pages/periods-panel.js';
import { RequestPageController } from './pages/request/request.controller.js';
import { RequestFormPageController } from './pages/request-form/request-form.controller.js';
import { RequestsPageController } from './pages/requests/requests.controller.js';
import { StepsPageController } from './pages/case-steps/case-steps.controller.js';
import { TeamPageController } from './pages/case-team/case-team.controller.js';
import { RequestsApiController } from './requests/requests.api.controller.js';
import { RequestsRepository } from './requests/requests.repository.js';
import { RequestsService } from './requests/requests.service.js';
import { SupportRequestEntity } from './requests/support-request.entity.js';
import { StepsApiController } from './steps/steps.api.controller.js';
import { StepsService } from './steps/steps.service.js';
import { CaseTransitionEntity, SupportCaseEntity } from './support-case.entity.js';
import { SupportCasesApiController } from './support-cases.api.controller.js';
import { SupportCasesRepository } from './support-cases.repository.js';
import { SupportCasesService } from './support-cases.service.js';
import { CaseAssignmentEntity } from './team/case-assignment.entity.js';
import { TeamApiController } from './team/team.api.controller.js';
import { TeamEntry } from './team/team-entry.js';
import { TeamRepository } from './team/team.repository.js';
import { TeamService } from './team/team.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([SupportCaseEntity, CaseTransitionEntity, CaseAssignmentEntity, SupportRequestEntity]),
    OrganisationsModule,
    JobseekersModule,
    ConsentsModule,
  ],
  controllers: [
    SupportCasesApiController,
    StepsApiController,
    RequestsApiController,
    TeamApiController,
    NewCasePageController,
    StepsPageController,
    RequestFormPageController,
    RequestsPageController,
    RequestPageController,
    TeamPageController,
  ],
  providers: [
    SupportCasesRepository,
    SupportCasesService,
    CaseSettings,
    CaseFactsReader,
    CaseTransitions,
    CaseEvidence,
    NextStepSource,
    CaseFrame,
    StepsService,
    RequestsRepository,
    RequestsService,
    TeamRepository,
    TeamEntry,
    TeamService,
    PeriodsPanel,
  ],
  exports: [
    SupportCasesRepository,
    SupportCasesService,
    CaseTransitions,
    CaseEvidence,
    NextStepSource,
    CaseFrame,
    StepsService,
    RequestsService,
    TeamService,
  ],
})
export class SupportCasesModule {}
