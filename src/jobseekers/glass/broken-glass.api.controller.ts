import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Limited, Permit } from '../../platform/http/index.js';
import { BreakGlass, ReviewGlass } from './broken-glass.dto.js';
import { type BrokenGlass, BrokenGlassService, type OpenedRecord } from './broken-glass.service.js';

/** 緊急の閲覧. */
@ApiTags('jobseekers')
@ApiBearerAuth()
@Controller('api/v1/broken-glass')
export class BrokenGlassApiController {
  constructor(private readonly glass: BrokenGlassService) {}

  /** Opens a record in hiding for a while; the supervisor of who registered it and those assigned are told at once. */
  @Post()
  @Limited('search')
  @Permit('jobseeker.break_glass')
  open(@CurrentActor() actor: StaffActor, @Body() body: BreakGlass): Promise<OpenedRecord> {
    return this.glass.open(actor, body);
  }

  @Get()
  @Permit('glass.review')
  async list(@CurrentActor() actor: StaffActor): Promise<{ items: BrokenGlass[] }> {
    return { items: await this.glass.list(actor) };
  }

  @Post(':id/review')
  @HttpCode(204)
  @Permit('glass.review')
  review(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReviewGlass,
  ): Promise<void> {
    return this.glass.review(actor, id, body);
  }
}
