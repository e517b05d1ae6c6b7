import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../platform/http/index.js';
import { SiteWorkService } from './departures/site-work.service.js';
import { ResetPassword, SiteAssignment } from './dto/staff.dto.js';
import { PasswordResetsService } from './password-resets/password-resets.service.js';
import { StaffService } from './staff.service.js';

/** What lets somebody in: work at the site, a password, the end of a lock-out. */
@ApiTags('staff')
@ApiBearerAuth()
@Permit('staff.manage')
@Controller('api/v1/staff/:id')
export class StaffAccessApiController {
  constructor(
    private readonly staff: StaffService,
    private readonly siteWork: SiteWorkService,
    private readonly resets: PasswordResetsService,
  ) {}

  /** Begins (again) at this site. */
  @Post('site-assignment')
  @HttpCode(204)
  joinSite(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SiteAssignment,
  ): Promise<void> {
    return this.siteWork.joinSite(actor, id, body);
  }

  /**
   * Gives a password that must be changed at the next sign-in and ends by itself; open sessions end. Of somebody who works at a site that one does not
   * administer only once another administrator has asked for it (409 `password_reset_needs_another`).
   */
  @Post('password-reset')
  @HttpCode(204)
  resetPassword(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ResetPassword,
  ): Promise<void> {
    return this.resets.reset(actor, id, body.password);
  }

  /** Asks another administrator of the organisation for it. */
  @Post('password-reset-request')
  @HttpCode(204)
  askReset(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.resets.ask(actor, id);
  }

  /** Takes back what was asked for. */
  @Post('password-reset-request/withdrawal')
  @HttpCode(204)
  withdrawReset(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.resets.withdraw(actor, id);
  }

  /** Ends a lock-out. */
  @Post('unlock')
  @HttpCode(204)
  unlock(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.staff.unlock(actor, id);
  }
}
