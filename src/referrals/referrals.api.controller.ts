import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit } from '../platform/http/index.js';
import { AnswerNegotiation, NegotiateCondition } from './dto/negotiation.dto.js';
import { AcceptOffer, DeclineOffer, RecordOffer, RecordReferralOffer } from './dto/offer.dto.js';
import { ArrangeInterview, AskEmployer, IssueLetter, RecordOutcome } from './dto/referral.dto.js';
import { NegotiationsService } from './negotiations.service.js';
import { type CaseReferrals, ReferralsService, type StepTaken } from './referrals.service.js';

@ApiTags('referrals')
@ApiBearerAuth()
@Controller('api/v1')
export class ReferralsApiController {
  constructor(
    private readonly referrals: ReferralsService,
    private readonly negotiations: NegotiationsService,
  ) {}

  @Get('cases/:id/referrals')
  @Permit('referral.read')
  ofCase(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<CaseReferrals> {
    return this.referrals.ofCase(actor, id);
  }

  @Post('cases/:id/referrals')
  @Permit('referral.write')
  ask(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AskEmployer,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string; attemptNo: number }> {
    return this.referrals.ask(actor, id, body, key);
  }

  @Post('referrals/:id/letter')
  @HttpCode(200)
  @Permit('referral.write')
  letter(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: IssueLetter,
  ): Promise<StepTaken> {
    return this.referrals.issueLetter(actor, id, body);
  }

  @Post('referrals/:id/interview')
  @HttpCode(200)
  @Permit('referral.write')
  interview(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ArrangeInterview,
  ): Promise<StepTaken> {
    return this.referrals.recordInterview(actor, id, body);
  }

  @Post('referrals/:id/outcome')
  @HttpCode(200)
  @Permit('referral.write')
  outcome(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordOutcome,
  ): Promise<StepTaken> {
    return this.referrals.recordOutcome(actor, id, body);
  }

  @Post('referrals/:id/offer')
  @HttpCode(200)
  @Permit('offer.record')
  referralOffer(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordReferralOffer,
  ): Promise<StepTaken> {
    return this.referrals.recordReferralOffer(actor, id, body);
  }

  @Post('cases/:id/offers')
  @Permit('offer.record')
  offer(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordOffer,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.referrals.recordOffer(actor, id, body, key);
  }

  @Post('offers/:id/accept')
  @HttpCode(200)
  @Permit('offer.record')
  accept(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AcceptOffer,
  ): Promise<StepTaken> {
    return this.referrals.acceptOffer(actor, id, body);
  }

  @Post('offers/:id/decline')
  @HttpCode(200)
  @Permit('offer.record')
  decline(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DeclineOffer,
  ): Promise<StepTaken> {
    return this.referrals.declineOffer(actor, id, body);
  }

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
