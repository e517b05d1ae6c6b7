import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit } from '../../platform/http/index.js';
import { AskEmployer } from '../dto/referral.dto.js';
import { type CaseReferrals, ReferralsService } from '../referrals.service.js';

@ApiTags('referrals')
@ApiBearerAuth()
@Controller('api/v1/cases/:id/referrals')
export class CaseReferralsApiController {
  constructor(private readonly referrals: ReferralsService) {}

  @Get()
  @Permit('referral.read')
  ofCase(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<CaseReferrals> {
    return this.referrals.ofCase(actor, id);
  }

  @Post()
  @Permit('referral.write')
  ask(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AskEmployer,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string; attemptNo: number }> {
    return this.referrals.ask(actor, id, body, key);
  }
}
