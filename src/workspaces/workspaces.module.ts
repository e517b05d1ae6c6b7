import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/index.js';
import { FigurePageController } from './figure/controller.js';
import { MonthPageController } from './month/controller.js';

/** Pages composed from several features; it owns no table, and nothing but the root imports it. */
@Module({
  imports: [IndicatorsModule],
  controllers: [MonthPageController, FigurePageController],
})
export class WorkspacesModule {}
