import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit } from '../../platform/http/index.js';
import { AnswerNegotiation, NegotiateCondition } from '../dto/negotiation.dto.js';
import { NegotiationsService } from '../negotiations.service.js';

@ApiTags('referrals')
@ApiBearerAuth()
@Controller('api/v1')
export class NegotiationsApiController {
  constructor(private readonly negotiations: NegotiationsService) {}

  @Post('cases/:id/negotiations')
  @Permit('negotiation.record')
  negotiate(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: NegotiateCondition,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.negotiations.negotiate(actor, id, body, key);
  }

  @Post('negotiations/:id/result')
  @HttpCode(204)
  @Permit('negotiation.record')
  answer(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AnswerNegotiation,
  ): Promise<void> {
    return this.negotiations.answer(actor, id, body);
  }
}
