import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/index.js';
import { YearlyPlansModule } from '../yearly-plans/index.js';
import { FiguresApiController } from './figures.api.controller.js';
import { FiguresRepository } from './figures.repository.js';
import { FiguresService } from './figures.service.js';
import { OpenedFiguresService } from './opened-figures.service.js';

@Module({
  imports: [OrganisationsModule, YearlyPlansModule],
  controllers: [FiguresApiController],
  providers: [FiguresRepository, FiguresService, OpenedFiguresService],
  exports: [FiguresRepository, FiguresService, OpenedFiguresService],
})
export class IndicatorsModule {}
