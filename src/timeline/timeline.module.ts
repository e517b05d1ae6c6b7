import { Module } from '@nestjs/common';
import { TimelineApiController } from './timeline.api.controller.js';
import { TimelineService } from './timeline.service.js';

@Module({
  controllers: [TimelineApiController],
  providers: [TimelineService],
  exports: [TimelineService],
})
export class TimelineModule {}
