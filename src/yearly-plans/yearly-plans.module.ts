import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/index.js';
import { ManualFiguresApiController } from './manual/manual-figures.api.controller.js';
import { ManualFiguresService } from './manual/manual-figures.service.js';
import { ManualFiguresPageController } from './manual/pages/manual-figures.controller.js';
import { PlanAgreementPageController } from './pages/plan-agreement.controller.js';
import { YearlyPlansPageController } from './pages/yearly-plans.controller.js';
import { PlanAgreementsApiController } from './plan-agreements.api.controller.js';
import { PlanAgreementsService } from './plan-agreements.service.js';
import { YearlyPlanRepository } from './yearly-plan.repository.js';
import { YearlyPlansApiController } from './yearly-plans.api.controller.js';
import { YearlyPlansService } from './yearly-plans.service.js';

@Module({
  imports: [OrganisationsModule],
  controllers: [
    YearlyPlansApiController,
    ManualFiguresApiController,
    PlanAgreementsApiController,
    PlanAgreementPageController,
    YearlyPlansPageController,
    ManualFiguresPageController,
  ],
  providers: [YearlyPlanRepository, YearlyPlansService, PlanAgreementsService, ManualFiguresService],
  exports: [YearlyPlanRepository, YearlyPlansService, PlanAgreementsService, ManualFiguresService],
})
export class YearlyPlansModule {}
