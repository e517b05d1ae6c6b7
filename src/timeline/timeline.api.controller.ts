import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { StaffActor } from '#access';
import { CurrentActor, IsCursor, NumberFromText, Permit } from '../platform/http/index.js';
import { type TimelinePage, TimelineService } from './timeline.service.js';
import { TIMELINE_NEWEST_FIRST } from './list-order.js';

export class TimelineQuery {
  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsCursor(TIMELINE_NEWEST_FIRST)
  after?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @NumberFromText()
  @IsInt()
  @Min(1, { context: { min: 1, max: 200 } })
  @Max(200, { context: { min: 1, max: 200 } })
  limit?: number;
}

@ApiTags('timeline')
@ApiBearerAuth()
@Controller('api/v1/cases')
export class TimelineApiController {
  constructor(private readonly timeline: TimelineService) {}

  /** Newest first. */
  @Get(':id/timeline')
  @Permit('timeline.read')
  ofCase(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: TimelineQuery,
  ): Promise<TimelinePage> {
    return this.timeline.ofCase(actor, id, query);
  }
}
