import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/index.js';
import { ManualFiguresApiController } from './manual/manual-figures.api.controller.js';
import { ManualFiguresService } from './manual/manual-figures.service.js';
import { ManualFiguresPageController } from './manual/pages/manual-figures.controller.js';
import { YearlyPlansPageController } from './pages/yearly-plans.controller.js';
import { YearlyPlanRepository } from './yearly-plan.repository.js';
import { YearlyPlansApiController } from './yearly-plans.api.controller.js';
import { YearlyPlansService } from './yearly-plans.service.js';

@Module({
  imports: [OrganisationsModule],
  controllers: [
    YearlyPlansApiController,
    ManualFiguresApiController,
    YearlyPlansPageController,
    ManualFiguresPageController,
  ],
  providers: [YearlyPlanRepository, YearlyPlansService, ManualFiguresService],
  exports: [YearlyPlanRepository, YearlyPlansService, ManualFiguresService],
})
export class YearlyPlansModule {}
