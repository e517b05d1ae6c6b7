import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../../platform/http/index.js';
import { IssueToken } from './tokens.dto.js';
import { type IssuedToken, type TokenLine, TokensService } from './tokens.service.js';

@ApiTags('tokens')
@ApiBearerAuth()
@Permit('token.manage')
@Controller('api/v1/tokens')
export class TokensApiController {
  constructor(private readonly tokens: TokensService) {}

  @Get()
  async list(@CurrentActor() actor: StaffActor): Promise<{ items: TokenLine[] }> {
    return { items: await this.tokens.list(actor) };
  }

  /** The answer holds the token, this one time. */
  @Post()
  issue(@CurrentActor() actor: StaffActor, @Body() body: IssueToken): Promise<IssuedToken> {
    return this.tokens.issue(actor, body);
  }

  @Post(':id/revocation')
  @HttpCode(204)
  revoke(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.tokens.revoke(actor, id);
  }
}
