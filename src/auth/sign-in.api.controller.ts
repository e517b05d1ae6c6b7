import { Body, Controller, Delete, Get, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { IsString, IsNotEmpty } from 'class-validator';
import { type Permission, type StaffActor, permissionsOf } from '#access';
import {
  BeforePasswordChange,
  CurrentActor,
  MaxLength,
  Permit,
  Public,
  type WebRequest,
} from '../platform/http/index.js';
import { LoginGuard, type LoginResult } from './access.guard.js';
import { SIGN_IN_LIMIT } from './session-policy.js';
import { SessionsService } from './sessions.service.js';
import { tokenOf } from './strategies.js';

export class SignInBody {
  @ApiProperty({ description: 'ログインID' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  login: string;

  @ApiProperty({ description: 'パスワード' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  password: string;
}

/** Who is signed in, and what they may do. */
export interface WhoIAm extends StaffActor {
  readonly permissions: readonly Permission[];
}

@ApiTags('sessions')
@Controller('api/v1')
export class SignInApiController {
  constructor(private readonly sessions: SessionsService) {}

  /** Opens a session; the token goes into `Authorization: Bearer`. */
  @Post('sessions')
  @Public('signing in')
  @Throttle({ default: SIGN_IN_LIMIT })
  @UseGuards(ThrottlerGuard, LoginGuard)
  async signIn(@Body() _body: SignInBody, @Req() request: { user: LoginResult }): Promise<{ token: string }> {
    if ('refused' in request.user) throw request.user.refused;
    return { token: await this.sessions.open(request.user.staffId, 'api') };
  }

  /** Who I am and what I may do. */
  @Get('me')
  @Permit('own_account')
  @BeforePasswordChange()
  @ApiBearerAuth()
  me(@CurrentActor() actor: StaffActor): WhoIAm {
    return { ...actor, permissions: permissionsOf(actor) };
  }

  @Delete('sessions/current')
  @HttpCode(204)
  @Permit('own_account')
  @BeforePasswordChange()
  @ApiBearerAuth()
  async signOut(@Req() request: WebRequest): Promise<void> {
    const token = tokenOf(request);
    if (token) await this.sessions.close(token);
  }
}
