import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit } from '../platform/http/index.js';
import type { AskedConsent, RecordedConsent } from './consents.repository.js';
import { ConsentsService } from './consents.service.js';
import { ConfirmConsent } from './dto/confirm-consent.dto.js';
import { RecordConsent } from './dto/record-consent.dto.js';
import { WithdrawConsent } from './dto/withdraw-consent.dto.js';

@ApiTags('consents')
@ApiBearerAuth()
@Controller('api/v1')
export class ConsentsApiController {
  constructor(private readonly consents: ConsentsService) {}

  @Post('jobseekers/:id/consents')
  @Permit('consent.record')
  record(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordConsent,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.consents.record(actor, id, body, key);
  }

  @Get('jobseekers/:id/consents')
  @Permit('jobseeker.read')
  async list(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: RecordedConsent[] }> {
    return { items: await this.consents.of(actor, id) };
  }

  /** 共有の確認待ち: by which consents one's own records would be opened again. */
  @Get('sharing-confirmations')
  @Permit('consent.record')
  async toConfirm(@CurrentActor() actor: StaffActor): Promise<{ items: AskedConsent[] }> {
    return { items: await this.consents.toConfirm(actor) };
  }

  @Post('consents/:id/confirmation')
  @HttpCode(204)
  @Permit('consent.record')
  confirm(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ConfirmConsent,
  ): Promise<void> {
    return this.consents.confirm(actor, id, body);
  }

  @Post('consents/:id/withdrawal')
  @HttpCode(204)
  @Permit('consent.withdraw')
  withdraw(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WithdrawConsent,
  ): Promise<void> {
    return this.consents.withdraw(actor, id, body);
  }
}
