import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/index.js';
import { YearlyPlansPageController } from './pages/controller.js';
import { YearlyPlanRepository } from './yearly-plan.repository.js';
import { YearlyPlansApiController } from './yearly-plans.api.controller.js';
import { YearlyPlansService } from './yearly-plans.service.js';

@Module({
  imports: [OrganisationsModule],
  controllers: [YearlyPlansApiController, YearlyPlansPageController],
  providers: [YearlyPlanRepository, YearlyPlansService],
  exports: [YearlyPlanRepository, YearlyPlansService],
})
export class YearlyPlansModule {}
