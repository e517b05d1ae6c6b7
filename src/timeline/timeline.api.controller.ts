import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import type { StaffActor } from '#access';
import { CurrentActor, NumberFromText, Permit } from '../platform/http/index.js';
import { type TimelinePage, TimelineService } from './timeline.service.js';

export class TimelineQuery {
  @ApiPropertyOptional({ format: 'uuid', description: '`next` of the page before' })
  @IsOptional()
  @IsUUID()
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
