import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsentsModule } from '../consents/index.js';
import { JobseekersModule } from '../jobseekers/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { CaseEvidence } from './case-evidence.js';
import { CaseFactsReader } from './case-facts.reader.js';
import { CaseLifecycle } from './case-lifecycle.js';
import { CaseSettings } from './case-settings.js';
import { CaseTransitions } from './case-transitions.js';
import { CaseFrame } from './frame/case-frame.js';
import { ClosingApiController } from './closing/closing.api.controller.js';
import { ClosingService } from './closing/closing.service.js';
import { CasesAtDesk } from './cases-at-desk.js';
import { CaseTeamSource } from './frame/case-team-source.js';
import { CaseTasks } from './frame/case-tasks.js';
import { NewCasePageController } from './pages/new-case/new-case.controller.js';
import { PeriodsPanel } from './pages/periods-panel.js';
import { StepsPageController } from './pages/case-steps/case-steps.controller.js';
import { StepsApiController } from './steps/steps.api.controller.js';
import { LatestRequestSource } from './steps/latest-request-source.js';
import { StepsService } from './steps/steps.service.js';
import { CaseTransitionEntity, SupportCaseEntity } from './support-case.entity.js';
import { SupportCasesApiController } from './support-cases.api.controller.js';
import { SupportCasesRepository } from './support-cases.repository.js';
import { SupportCasesService } from './support-cases.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([SupportCaseEntity, CaseTransitionEntity]),
    OrganisationsModule,
    JobseekersModule,
    ConsentsModule,
  ],
  controllers: [
    SupportCasesApiController,
    StepsApiController,
    ClosingApiController,
    NewCasePageController,
    StepsPageController,
  ],
  providers: [
    SupportCasesRepository,
    SupportCasesService,
    CaseSettings,
    CaseLifecycle,
    CaseFactsReader,
    CasesAtDesk,
    CaseTransitions,
    CaseEvidence,
    CaseTasks,
    CaseTeamSource,
    CaseFrame,
    LatestRequestSource,
    StepsService,
    ClosingService,
    PeriodsPanel,
  ],
  exports: [
    SupportCasesRepository,
    SupportCasesService,
    CaseTransitions,
    CaseEvidence,
    CaseSettings,
    CaseLifecycle,
    CaseTasks,
    CaseTeamSource,
    CaseFrame,
    LatestRequestSource,
    StepsService,
  ],
})
export class SupportCasesModule {}
