import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, Permit, type SeeOther, validated } from '../../../platform/http/index.js';
import { ForPage, type PageContext, withDates } from '../../../platform/pages/index.js';
import { ResetPassword } from '../../dto/staff.dto.js';
import { PasswordResetsService } from '../../password-resets/password-resets.service.js';
import { StaffService } from '../../staff.service.js';
import { StaffMemberPages } from './staff-member-pages.js';

type Typed = Record<string, unknown>;

/** 職員: what lets somebody in who cannot sign in any more. Passwords are the one thing a page never gives back. */
@Permit('staff.manage')
@Controller('staff/:id')
export class PasswordResetPageController {
  constructor(
    private readonly staff: StaffService,
    private readonly resets: PasswordResetsService,
    private readonly pages: StaffMemberPages,
  ) {}

  @Post('password-reset')
  @HttpCode(200)
  reset(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Typed,
  ): Promise<Html | SeeOther> {
    return this.pages.attempt(page, id, 'password', {}, 'password_reset', async () =>
      this.resets.reset(page.actor, id, (await validated(ResetPassword, withDates(body, []))).password),
    );
  }

  @Post('password-reset-request')
  @HttpCode(200)
  ask(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html | SeeOther> {
    return this.pages.attempt(page, id, 'password', {}, 'password_reset_asked', () => this.resets.ask(page.actor, id));
  }

  @Post('password-reset-request/withdrawal')
  @HttpCode(200)
  withdraw(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html | SeeOther> {
    return this.pages.attempt(page, id, 'password', {}, 'password_reset_withdrawn', () =>
      this.resets.withdraw(page.actor, id),
    );
  }

  @Post('unlock')
  @HttpCode(200)
  unlock(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html | SeeOther> {
    return this.pages.attempt(page, id, 'password', {}, 'staff_unlocked', () => this.staff.unlock(page.actor, id));
  }
}
