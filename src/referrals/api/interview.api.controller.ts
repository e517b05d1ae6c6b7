import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../../platform/http/index.js';
import { ArrangeInterview, CancelInterview } from '../dto/interview.dto.js';
import { InterviewsService } from '../interviews.service.js';
import type { StepTaken } from '../referrals.service.js';

@ApiTags('referrals')
@ApiBearerAuth()
@Controller('api/v1/referrals/:id/interview')
export class InterviewApiController {
  constructor(private readonly interviews: InterviewsService) {}

  /** Arranges the interview, or moves the one arranged. */
  @Post()
  @HttpCode(200)
  @Permit('referral.write')
  arrange(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ArrangeInterview,
  ): Promise<StepTaken> {
    return this.interviews.arrange(actor, id, body);
  }

  @Post('cancellation')
  @HttpCode(200)
  @Permit('referral.write')
  cancel(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CancelInterview,
  ): Promise<StepTaken> {
    return this.interviews.cancel(actor, id, body);
  }
}
