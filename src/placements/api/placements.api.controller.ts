import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../../platform/http/index.js';
import { ReversePlacement } from '../dto/placement.dto.js';
import { type PlacementFile, PlacementsService } from '../placements.service.js';

@ApiTags('placements')
@ApiBearerAuth()
@Controller('api/v1/placements/:id')
export class PlacementsApiController {
  constructor(private readonly placements: PlacementsService) {}

  @Get()
  @Permit('referral.read')
  file(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<PlacementFile> {
    return this.placements.file(actor, id);
  }

  @Post('reversal')
  @HttpCode(204)
  @Permit('placement.reverse')
  reverse(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReversePlacement,
  ): Promise<void> {
    return this.placements.reverse(actor, id, body);
  }
}
