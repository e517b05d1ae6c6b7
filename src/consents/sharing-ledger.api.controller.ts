import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../platform/http/index.js';
import { ConsentNarrowingService } from './consent-narrowing.service.js';
import { NarrowConsent } from './dto/narrow-consent.dto.js';
import { PreviewWithdrawal } from './dto/preview-withdrawal.dto.js';
import { SharingLedgerService, type SharingLine, type WithdrawalPreview } from './sharing-ledger.service.js';

@ApiTags('consents')
@ApiBearerAuth()
@Controller('api/v1')
export class SharingLedgerApiController {
  constructor(
    private readonly ledger: SharingLedgerService,
    private readonly narrowing: ConsentNarrowingService,
  ) {}

  /** 共有する内容の見直し: single categories end, or what nobody had chosen is confirmed. */
  @Post('consents/:id/categories')
  @HttpCode(204)
  @Permit('consent.withdraw')
  narrow(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: NarrowConsent,
  ): Promise<void> {
    return this.narrowing.narrow(actor, id, body);
  }

  /** 共有台帳: who shows what of the person to whom. */
  @Get('jobseekers/:id/sharing')
  @Permit('jobseeker.read')
  async sharing(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: SharingLine[] }> {
    return { items: await this.ledger.of(actor, id) };
  }

  /** What a withdrawal would take from whom. */
  @Get('consents/:id/withdrawal')
  @Permit('consent.withdraw')
  preview(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { withdrawnOn }: PreviewWithdrawal,
  ): Promise<WithdrawalPreview> {
    return this.ledger.beforeWithdrawal(actor, id, withdrawnOn);
  }
}
