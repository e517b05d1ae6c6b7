import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit } from '../platform/http/index.js';
import { RecordContact, RecordLeaving, RecordPlacement, ReversePlacement } from './dto/placement.dto.js';
import type { Placement } from './placements.repository.js';
import { type PlacementFile, PlacementsService } from './placements.service.js';

@ApiTags('placements')
@ApiBearerAuth()
@Controller('api/v1')
export class PlacementsApiController {
  constructor(private readonly placements: PlacementsService) {}

  /** Whoever records a placement may record a self-found one; a referred one asks for more, which the service sees to. */
  @Post('cases/:id/placements')
  @Permit('placement.record_self_found')
  record(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordPlacement,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.placements.record(actor, id, body, key);
  }

  @Get('cases/:id/placements')
  @Permit('referral.read')
  async ofCase(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: Placement[] }> {
    return { items: await this.placements.ofCase(actor, id) };
  }

  @Get('placements/:id')
  @Permit('referral.read')
  file(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<PlacementFile> {
    return this.placements.file(actor, id);
  }

  @Post('placements/:id/reverse')
  @HttpCode(204)
  @Permit('placement.reverse')
  reverse(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReversePlacement,
  ): Promise<void> {
    return this.placements.reverse(actor, id, body);
  }

  @Post('placements/:id/contacts')
  @Permit('follow_up.record')
  contact(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordContact,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.placements.contact(actor, id, body, key);
  }

  @Post('placements/:id/left')
  @HttpCode(204)
  @Permit('follow_up.record')
  leave(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordLeaving,
  ): Promise<void> {
    return this.placements.leave(actor, id, body);
  }
}
