import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../platform/http/index.js';
import { TakeOver } from './dto/take-over.dto.js';
import type { UnattendedCase } from './unattended.repository.js';
import { type TakeOverLine, UnattendedService } from './unattended.service.js';

@ApiTags('support-teams')
@ApiBearerAuth()
@Controller('api/v1/unattended-cases')
export class UnattendedApiController {
  constructor(private readonly unattended: UnattendedService) {}

  /** 担当者不在: running cases in which nobody of the own organisation answers. */
  @Get()
  @Permit('case.assign')
  async list(@CurrentActor() actor: StaffActor): Promise<{ items: UnattendedCase[] }> {
    return { items: await this.unattended.list(actor) };
  }

  /** Names a 主担当 for several of them from today; answers for each. */
  @Post('take-over')
  @HttpCode(200)
  @Permit('case.assign')
  takeOver(@CurrentActor() actor: StaffActor, @Body() body: TakeOver): Promise<{ items: TakeOverLine[] }> {
    return this.unattended.takeOver(actor, body);
  }
}
