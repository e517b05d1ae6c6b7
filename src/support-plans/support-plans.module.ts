import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationsModule } from '../organisations/index.js';
import { SupportCasesModule } from '../support-cases/index.js';
import { PlanActsPageController } from './pages/plan-acts/case-plan.controller.js';
import { PlanWorkPageController } from './pages/plan-acts/plan-work.controller.js';
import { EditPlanPageController } from './pages/edit-plan/edit-plan.controller.js';
import { PlanPageController } from './pages/plan/plan.controller.js';
import { TeamMembersModule } from '../team-members/index.js';
import { CaseProgress } from './case-progress.js';
import { HeldPlanWork } from './held-plan-work.js';
import { PlanWork } from './plan-work.js';
import {
  PlanReviewEntity,
  PlanStepEntity,
  SupportPlanEntity,
  SupportPlanVersionEntity,
} from './support-plan.entity.js';
import { PlanWorkApiController } from './plan-work.api.controller.js';
import { SupportPlansApiController } from './support-plans.api.controller.js';
import { SupportPlansRepository } from './support-plans.repository.js';
import { SupportPlansService } from './support-plans.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([SupportPlanEntity, SupportPlanVersionEntity, PlanStepEntity, PlanReviewEntity]),
    OrganisationsModule,
    SupportCasesModule,
    TeamMembersModule,
  ],
  controllers: [
    SupportPlansApiController,
    PlanWorkApiController,
    PlanPageController,
    EditPlanPageController,
    PlanActsPageController,
    PlanWorkPageController,
  ],
  providers: [SupportPlansRepository, CaseProgress, PlanWork, HeldPlanWork, SupportPlansService],
  exports: [SupportPlansService],
})
export class SupportPlansModule {}
