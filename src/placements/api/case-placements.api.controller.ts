import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit } from '../../platform/http/index.js';
import { RecordPlacement } from '../dto/placement.dto.js';
import type { Placement } from '../placements.repository.js';
import { PlacementsService } from '../placements.service.js';

@ApiTags('placements')
@ApiBearerAuth()
@Controller('api/v1/cases/:id/placements')
export class CasePlacementsApiController {
  constructor(private readonly placements: PlacementsService) {}

  @Get()
  @Permit('referral.read')
  async ofCase(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: Placement[] }> {
    return { items: await this.placements.ofCase(actor, id) };
  }

  /** Whoever records a placement may record a self-found one; a referred one asks for more, which the service sees to. */
  @Post()
  @Permit('placement.record_self_found')
  record(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordPlacement,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.placements.record(actor, id, body, key);
  }
}
