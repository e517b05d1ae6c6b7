import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, UseGuards } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import {
  BeforePasswordChange,
  type Html,
  Permit,
  type SeeOther,
  seeOther,
  validated,
  type WebRequest,
} from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { PASSWORD_CHANGE_LIMIT } from '../../session-policy.js';
import { tokenOf } from '../../strategies.js';
import { ChangePassword, SwitchSite } from '../account.dto.js';
import { AccountService } from '../account.service.js';
import { PasswordAttemptsGuard } from '../password-attempts.guard.js';
import { IssueOwnToken } from '../tokens/own-tokens.dto.js';
import { OwnTokensService } from '../tokens/own-tokens.service.js';
import { accountPage, type AccountView } from './account.view.js';

const NEW_TOKEN = formState({ days: '30' });

/** 自分のアカウント */
@Permit('own_account')
@Controller('account')
export class AccountPageController {
  constructor(
    private readonly account: AccountService,
    private readonly tokens: OwnTokensService,
  ) {}

  @Get()
  @BeforePasswordChange()
  show(@ForPage() page: PageContext): Promise<Html> {
    return this.render(page, formState({}));
  }

  @Post('password')
  @HttpCode(200)
  @BeforePasswordChange()
  @Throttle({ default: PASSWORD_CHANGE_LIMIT })
  @UseGuards(PasswordAttemptsGuard)
  async changePassword(@ForPage() page: PageContext, @Body() body: Record<string, unknown>): Promise<Html | SeeOther> {
    try {
      await this.account.changePassword(
        page.signedIn,
        await validated(ChangePassword, { repeatedPassword: '', ...withDates(body, []) }),
      );
      return seeOther(page.signedIn.mustChangePassword ? '/' : '/account', 'password_changed');
    } catch (error) {
      // Passwords are the one thing a page never gives back.
      return this.render(page, formState({}, error));
    }
  }

  /** Not a redirect: the token is on this one answer and nowhere else. */
  @Post('tokens')
  @HttpCode(200)
  @Throttle({ default: PASSWORD_CHANGE_LIMIT })
  @UseGuards(PasswordAttemptsGuard)
  async issueToken(@ForPage() page: PageContext, @Body() body: Record<string, unknown>): Promise<Html> {
    try {
      const { token } = await this.tokens.issue(page.actor, await validated(IssueOwnToken, withDates(body, [])));
      return await this.render(page, formState({}), { form: NEW_TOKEN, issued: token });
    } catch (error) {
      const { currentPassword: _, ...typed } = body;
      return this.render(page, formState({}), { form: formState(typed, error) });
    }
  }

  @Post('site')
  @HttpCode(200)
  async switchSite(@Req() request: WebRequest, @Body() body: Record<string, unknown>): Promise<SeeOther> {
    const { siteId } = await validated(SwitchSite, withDates(body, []));
    await this.account.switchSite(tokenOf(request) ?? '', siteId);
    return seeOther('/', 'site_switched');
  }

  @Post('sessions/:id/end')
  @HttpCode(200)
  async end(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<SeeOther> {
    await this.account.revokeSession(page.actor, id);
    return seeOther(id === page.signedIn.sessionId ? '/sign-in' : '/account', 'session_ended');
  }

  private async render(
    page: PageContext,
    form: FormState,
    token: AccountView['token'] = { form: NEW_TOKEN },
  ): Promise<Html> {
    const [sites, sessions] = await Promise.all([
      this.account.ownSites(page.actor),
      this.account.ownSessions(page.actor),
    ]);
    return accountPage(page, { form, token, sites, sessions });
  }
}
