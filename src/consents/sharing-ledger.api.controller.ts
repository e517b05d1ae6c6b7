import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../platform/http/index.js';
import { PreviewWithdrawal } from './dto/preview-withdrawal.dto.js';
import { SharingLedgerService, type SharingLine, type WithdrawalPreview } from './sharing-ledger.service.js';

@ApiTags('consents')
@ApiBearerAuth()
@Controller('api/v1')
export class SharingLedgerApiController {
  constructor(private readonly ledger: SharingLedgerService) {}

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
