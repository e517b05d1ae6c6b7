import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit } from '../../platform/http/index.js';
import { AddMachineAccount, AskOwner } from './machine-accounts.dto.js';
import type { MachineAccount } from './machine-accounts.repository.js';
import { MachineAccountsService } from './machine-accounts.service.js';

@ApiTags('tokens')
@ApiBearerAuth()
@Permit('token.manage')
@Controller('api/v1/machine-accounts')
export class MachineAccountsApiController {
  constructor(private readonly accounts: MachineAccountsService) {}

  /** Of one's own organisation at the site; who answers for each, and whether it has a token. */
  @Get()
  async list(@CurrentActor() actor: StaffActor): Promise<{ items: MachineAccount[] }> {
    return { items: await this.accounts.list(actor) };
  }

  /** Says what a machine may and asks somebody to answer for it; they make its token. */
  @Post()
  add(
    @CurrentActor() actor: StaffActor,
    @Body() body: AddMachineAccount,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.accounts.add(actor, body, key);
  }

  /** Asks somebody else to answer for it. */
  @Post(':id/owner')
  @HttpCode(204)
  askOwner(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AskOwner,
  ): Promise<void> {
    return this.accounts.askOwner(actor, id, body);
  }

  /** Ends the account and its token, for good. */
  @Post(':id/end')
  @HttpCode(204)
  end(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.accounts.end(actor, id);
  }
}
