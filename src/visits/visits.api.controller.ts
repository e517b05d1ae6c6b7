import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsNotEmpty, IsString } from 'class-validator';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, IsMonth, MaxLength, Permit, Trimmed } from '../platform/http/index.js';
import { RecordVisit } from './dto/record-visit.dto.js';
import { type VisitLine, VisitsService } from './visits.service.js';

export class VisitsQuery {
  @ApiProperty({ example: '2026-06' })
  @IsMonth()
  month: string;
}

export class CorrectVisit {
  @ApiProperty({ maxLength: 500, description: '取消の理由' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(500)
  reason: string;
}

@ApiTags('visits')
@ApiBearerAuth()
@Controller('api/v1/visits')
export class VisitsApiController {
  constructor(private readonly visits: VisitsService) {}

  @Post()
  @Permit('visit.record')
  record(
    @CurrentActor() actor: StaffActor,
    @Body() body: RecordVisit,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.visits.record(actor, body, key);
  }

  @Get()
  @Permit('visit.record')
  async list(@CurrentActor() actor: StaffActor, @Query() query: VisitsQuery): Promise<{ items: VisitLine[] }> {
    return { items: await this.visits.ofMonth(actor, query.month) };
  }

  @Post(':id/correction')
  @HttpCode(204)
  @Permit('visit.record')
  correct(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CorrectVisit,
  ): Promise<void> {
    return this.visits.correct(actor, id, body.reason);
  }
}
