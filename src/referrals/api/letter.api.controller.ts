import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../../platform/http/index.js';
import { IssueLetter } from '../dto/referral.dto.js';
import { ReferralsService, type StepTaken } from '../referrals.service.js';

@ApiTags('referrals')
@ApiBearerAuth()
@Controller('api/v1/referrals/:id/letter')
export class LetterApiController {
  constructor(private readonly referrals: ReferralsService) {}

  @Post()
  @HttpCode(200)
  @Permit('referral.write')
  issue(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: IssueLetter,
  ): Promise<StepTaken> {
    return this.referrals.issueLetter(actor, id, body);
  }
}
