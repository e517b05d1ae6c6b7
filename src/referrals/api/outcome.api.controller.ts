import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../../platform/http/index.js';
import { RecordReferralOffer } from '../dto/offer.dto.js';
import { RecordOutcome } from '../dto/referral.dto.js';
import { ReferralsService, type StepTaken } from '../referrals.service.js';

@ApiTags('referrals')
@ApiBearerAuth()
@Controller('api/v1/referrals/:id')
export class OutcomeApiController {
  constructor(private readonly referrals: ReferralsService) {}

  @Post('outcome')
  @HttpCode(200)
  @Permit('referral.write')
  record(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordOutcome,
  ): Promise<StepTaken> {
    return this.referrals.recordOutcome(actor, id, body);
  }

  /** The outcome 採用 with the conditions offered. */
  @Post('offer')
  @HttpCode(200)
  @Permit('offer.record')
  offer(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordReferralOffer,
  ): Promise<StepTaken> {
    return this.referrals.recordReferralOffer(actor, id, body);
  }
}
