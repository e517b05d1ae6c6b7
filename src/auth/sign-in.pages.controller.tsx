import { Body, Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { Unauthenticated } from '#kernel';
import { errorText } from '#messages';
import {
  cookieNamed,
  formToken,
  Html,
  Public,
  SESSION_COOKIE,
  seeOther,
  type SeeOther,
  type WebReply,
  type WebRequest,
} from '../platform/http/index.js';
import { LoginGuard, type LoginResult } from './access.guard.js';
import { deviceOf, keepDevice } from './known-device.js';
import { keepSession } from './session-cookie.js';
import { SIGN_IN_LIMIT } from './session-policy.js';
import { SessionsService } from './sessions.service.js';
import { signInPage } from './pages/sign-in/sign-in.view.js';
import { tokenOf } from './strategies.js';

/** Only addresses of our own; anything else goes home. Browsers drop tabs and line ends, so that `/<tab>/elsewhere` would lead away. */
const ownPath = (next: unknown): string => (typeof next === 'string' && /^\/(?![/\\])[!-~]*$/.test(next) ? next : '/');

@Controller()
export class SignInPagesController {
  constructor(private readonly sessions: SessionsService) {}

  @Get('sign-in')
  @Public('the sign-in page')
  async form(@Req() request: WebRequest, @Res({ passthrough: true }) reply: WebReply): Promise<Html> {
    // Whatever the address says, somebody who wants to sign in is let: what is no path leads home instead of to an error.
    const { next } = request.query as { readonly next?: unknown };
    return new Html(
      signInPage({
        csrfToken: formToken(reply),
        next: ownPath(next),
        login: '',
        nobodyYet: !(await this.sessions.hasStaff()),
      }),
    );
  }

  @Post('sign-in')
  @HttpCode(200)
  @Public('signing in')
  @Throttle({ default: SIGN_IN_LIMIT })
  @UseGuards(ThrottlerGuard, LoginGuard)
  async signIn(
    @Body() body: { login?: string; next?: string },
    @Res({ passthrough: true }) reply: WebReply,
    @Req() request: WebRequest & { user: LoginResult },
  ): Promise<Html | SeeOther> {
    try {
      if ('refused' in request.user) throw request.user.refused;
      const { staffId } = request.user;
      const left = tokenOf(request);
      keepSession(reply, await this.sessions.open(staffId, 'browser'));
      if (left !== undefined) await this.sessions.close(left);
      keepDevice(reply, await this.sessions.knowDevice(staffId, deviceOf(request)));
      return seeOther(ownPath(body.next));
    } catch (error) {
      if (!(error instanceof Unauthenticated)) throw error;
      const message = errorText(error.code, error.params);
      return new Html(
        signInPage({
          csrfToken: formToken(reply),
          next: ownPath(body.next),
          login: body.login ?? '',
          error: message,
        }),
        401,
      );
    }
  }

  /** Also for those whose session has ended already: nobody is asked to sign in so as to leave. */
  @Post('sign-out')
  @HttpCode(200)
  @Public('leaving')
  async signOut(@Req() request: WebRequest, @Res({ passthrough: true }) reply: WebReply): Promise<SeeOther> {
    const token = tokenOf(request);
    if (token) await this.sessions.close(token);
    reply.clearCookie(cookieNamed(SESSION_COOKIE, reply), { path: '/' });
    return seeOther('/sign-in');
  }
}
