import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit } from '../../platform/http/index.js';
import { RecordContact, RecordLeaving, WithdrawLeaving } from '../dto/placement.dto.js';
import { RetentionService } from '../retention.service.js';

@ApiTags('placements')
@ApiBearerAuth()
@Controller('api/v1/placements/:id')
export class RetentionApiController {
  constructor(private readonly retention: RetentionService) {}

  @Post('contacts')
  @Permit('follow_up.record')
  contact(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordContact,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.retention.contact(actor, id, body, key);
  }

  @Post('leaving')
  @HttpCode(204)
  @Permit('follow_up.record')
  leave(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordLeaving,
  ): Promise<void> {
    return this.retention.leave(actor, id, body);
  }

  /** Takes back a leaving that was recorded by mistake. */
  @Post('leaving/withdrawal')
  @HttpCode(204)
  @Permit('follow_up.record')
  withdrawLeaving(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WithdrawLeaving,
  ): Promise<void> {
    return this.retention.withdrawLeaving(actor, id, body);
  }
}
