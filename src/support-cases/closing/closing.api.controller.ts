import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import type { CaseStatus } from '#domain/support-case';
import { CurrentActor, Permit } from '../../platform/http/index.js';
import { ClosingService } from './closing.service.js';
import { WithdrawClosing } from './dto/withdraw-closing.dto.js';

@ApiTags('support-cases')
@ApiBearerAuth()
@Controller('api/v1/cases/:id/closing')
export class ClosingApiController {
  constructor(private readonly closing: ClosingService) {}

  /** 終了の取消: a closing typed by mistake; the period goes on where it stood. */
  @Post('withdrawal')
  @HttpCode(200)
  @Permit('case.transition')
  withdraw(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WithdrawClosing,
  ): Promise<{ status: CaseStatus }> {
    return this.closing.withdraw(actor, id, body);
  }
}
