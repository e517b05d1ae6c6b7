import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit } from '../../platform/http/index.js';
import { EndSharingDecision, RecordSharingDecision } from '../dto/sharing-decision.dto.js';
import { type SharingDecision, SharingDecisionsService } from './sharing-decisions.service.js';

/** 支援会議などの決定による共有. */
@ApiTags('consents')
@ApiBearerAuth()
@Controller('api/v1')
export class SharingDecisionsApiController {
  constructor(private readonly decisions: SharingDecisionsService) {}

  @Post('jobseekers/:id/sharing-decisions')
  @Permit('consent.record')
  record(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordSharingDecision,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.decisions.record(actor, id, body, key);
  }

  @Get('jobseekers/:id/sharing-decisions')
  @Permit('jobseeker.read')
  async list(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: SharingDecision[] }> {
    return { items: await this.decisions.of(actor, id) };
  }

  @Post('sharing-decisions/:id/end')
  @HttpCode(204)
  @Permit('consent.withdraw')
  async end(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EndSharingDecision,
  ): Promise<void> {
    await this.decisions.end(actor, id, body);
  }
}
