import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationsModule } from '../organisations/index.js';
import { CaseEvidence } from './case-evidence.js';
import { CaseFactsReader } from './case-facts.reader.js';
import { CaseTransitions } from './case-transitions.js';
import { CaseFrame } from './frame/case-frame.js';
import { NextStepSource } from './frame/next-step-source.js';
import { SupportRequestEntity } from './requests/support-request.entity.js';
import { CaseTransitionEntity, SupportCaseEntity } from './support-case.entity.js';
import { SupportCasesApiController } from './support-cases.api.controller.js';
import { SupportCasesRepository } from './support-cases.repository.js';
import { SupportCasesService } from './support-cases.service.js';
import { CaseAssignmentEntity } from './team/case-assignment.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([SupportCaseEntity, CaseTransitionEntity, CaseAssignmentEntity, SupportRequestEntity]),
    OrganisationsModule,
  ],
  controllers: [SupportCasesApiController],
  providers: [SupportCasesRepository, SupportCasesService, CaseFactsReader, CaseTransitions, CaseEvidence, NextStepSource, CaseFrame],
  exports: [SupportCasesRepository, SupportCasesService, CaseTransitions, CaseEvidence, NextStepSource, CaseFrame],
})
export class SupportCasesModule {}
