import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { Purges } from '../platform/purge/index.js';
import { AccountApiController } from './account/account.api.controller.js';
import { AccountService } from './account/account.service.js';
import { AccountPageController } from './account/pages/account.controller.js';
import { OwnPassword } from './account/own-password.js';
import { OwnTokensApiController } from './account/tokens/own-tokens.api.controller.js';
import { OwnTokensService } from './account/tokens/own-tokens.service.js';
import { AccessGuard } from './access.guard.js';
import { FormSender } from './form-sender.js';
import { KNOWN_DEVICE_DAYS } from './session-policy.js';
import { PasswordChecks } from './passwords.js';
import { SessionLimitsGuard } from './session-limits.guard.js';
import { SessionsService } from './sessions.service.js';
import { SignInApiController } from './sign-in.api.controller.js';
import { SignInsRepository } from './sign-ins.repository.js';
import { SignInPagesController } from './sign-in.pages.controller.js';
import { LoginStrategy, SessionStrategy } from './strategies.js';

/** The list of one's sessions shows only open ones; longer than anybody asks what became of a token that stopped working. */
const ENDED_SESSION_DAYS = 90;

/** Counts are forgotten within the hour; addresses are nobody's business for longer than a day. */
const ATTEMPT_DAYS = 1;

@Module({
  imports: [PassportModule],
  controllers: [
    SignInApiController,
    SignInPagesController,
    AccountApiController,
    OwnTokensApiController,
    AccountPageController,
  ],
  providers: [
    PasswordChecks,
    SessionsService,
    SignInsRepository,
    FormSender,
    AccountService,
    OwnPassword,
    OwnTokensService,
    LoginStrategy,
    SessionStrategy,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: SessionLimitsGuard },
  ],
  exports: [SessionsService, SignInsRepository, OwnPassword],
})
export class AuthModule {
  constructor(purges: Purges) {
    purges.register({ routine: 'purge_sessions', days: ENDED_SESSION_DAYS });
    purges.register({ routine: 'purge_sign_in_attempts', days: ATTEMPT_DAYS });
    purges.register({ routine: 'purge_known_devices', days: KNOWN_DEVICE_DAYS });
  }
}
