import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../../../platform/http/index.js';
import { PASSWORD_CHANGE_LIMIT } from '../../session-policy.js';
import type { IssuedToken } from '../../sessions.service.js';
import { PasswordAttemptsGuard } from '../password-attempts.guard.js';
import { IssueOwnToken } from './own-tokens.dto.js';
import { OwnTokensService } from './own-tokens.service.js';

@ApiTags('account')
@ApiBearerAuth()
@Permit('own_account')
@Controller('api/v1/account/tokens')
export class OwnTokensApiController {
  constructor(private readonly tokens: OwnTokensService) {}

  /** A token for one's own programs; the answer holds it, this one time. Ended like a session. */
  @Post()
  @Throttle({ default: PASSWORD_CHANGE_LIMIT })
  @UseGuards(PasswordAttemptsGuard)
  issue(@CurrentActor() actor: StaffActor, @Body() body: IssueOwnToken): Promise<IssuedToken> {
    return this.tokens.issue(actor, body);
  }
}
