import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Req, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { StaffActor } from '#access';
import {
  BeforePasswordChange,
  CurrentActor,
  CurrentSession,
  Permit,
  type SignedIn,
  type WebRequest,
} from '../../platform/http/index.js';
import { PASSWORD_CHANGE_LIMIT } from '../session-policy.js';
import { tokenOf } from '../strategies.js';
import { ChangePassword, SwitchSite } from './account.dto.js';
import { AccountService, type OwnSession } from './account.service.js';
import { PasswordAttemptsGuard } from './password-attempts.guard.js';

@ApiTags('account')
@ApiBearerAuth()
@Permit('own_account')
@Controller('api/v1/account')
export class AccountApiController {
  constructor(private readonly account: AccountService) {}

  /** Changes one's own password; every other session ends. */
  @Put('password')
  @HttpCode(204)
  @BeforePasswordChange()
  @Throttle({ default: PASSWORD_CHANGE_LIMIT })
  @UseGuards(PasswordAttemptsGuard)
  changePassword(@CurrentSession() session: SignedIn, @Body() body: ChangePassword): Promise<void> {
    return this.account.changePassword(session, body);
  }

  /** Goes on at another of one's sites, in this session. */
  @Put('site')
  @HttpCode(204)
  switchSite(@Req() request: WebRequest, @Body() body: SwitchSite): Promise<void> {
    return this.account.switchSite(tokenOf(request) ?? '', body.siteId);
  }

  /** One's own sessions that are open. */
  @Get('sessions')
  async sessions(
    @CurrentSession() { actor, sessionId }: SignedIn,
  ): Promise<{ items: (OwnSession & { current: boolean })[] }> {
    const sessions = await this.account.ownSessions(actor);
    return { items: sessions.map((session) => ({ ...session, current: session.id === sessionId })) };
  }

  /** Ends one of one's own sessions. */
  @Post('sessions/:id/end')
  @HttpCode(204)
  revoke(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.account.revokeSession(actor, id);
  }
}
