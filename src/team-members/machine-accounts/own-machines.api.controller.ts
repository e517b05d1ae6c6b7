import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { StaffActor } from '#access';
import { type IssuedToken, PASSWORD_CHANGE_LIMIT, PasswordAttemptsGuard } from '../../auth/index.js';
import { CurrentActor, Permit } from '../../platform/http/index.js';
import { IssueMachineToken } from './machine-accounts.dto.js';
import type { MachineAccount } from './machine-accounts.repository.js';
import { OwnMachinesService } from './own-machines.service.js';

@ApiTags('account')
@ApiBearerAuth()
@Permit('own_account')
@Controller('api/v1/account/machine-accounts')
export class OwnMachinesApiController {
  constructor(private readonly machines: OwnMachinesService) {}

  /** Those one answers for, or was asked to. */
  @Get()
  async list(@CurrentActor() actor: StaffActor): Promise<{ items: MachineAccount[] }> {
    return { items: await this.machines.list(actor) };
  }

  /** Answers for a machine from now on. */
  @Post(':id/acceptance')
  @HttpCode(204)
  accept(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.machines.accept(actor, id);
  }

  /** The machine's token, in this one answer; the one before ends. */
  @Post(':id/token')
  @Throttle({ default: PASSWORD_CHANGE_LIMIT })
  @UseGuards(PasswordAttemptsGuard)
  issueToken(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: IssueMachineToken,
  ): Promise<IssuedToken> {
    return this.machines.issueToken(actor, id, body);
  }
}
