import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit } from '../../platform/http/index.js';
import { AnswerOffer, RecordOffer } from '../dto/offer.dto.js';
import { OffersService } from '../offers.service.js';
import type { StepTaken } from '../referrals.service.js';

@ApiTags('referrals')
@ApiBearerAuth()
@Controller('api/v1')
export class OffersApiController {
  constructor(private readonly offers: OffersService) {}

  @Post('cases/:id/offers')
  @Permit('offer.record')
  record(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordOffer,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.offers.record(actor, id, body, key);
  }

  @Post('offers/:id/answer')
  @HttpCode(200)
  @Permit('offer.record')
  answer(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AnswerOffer,
  ): Promise<StepTaken> {
    return this.offers.answer(actor, id, body);
  }
}
