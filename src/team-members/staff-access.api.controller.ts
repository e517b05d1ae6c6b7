import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../platform/http/index.js';
import { SiteWorkService } from './departures/site-work.service.js';
import { ResetPassword, SiteAssignment } from './dto/staff.dto.js';
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

  /** Gives a password that must be changed at the next sign-in; open sessions end. */
  @Post('password-reset')
  @HttpCode(204)
  resetPassword(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ResetPassword,
  ): Promise<void> {
    return this.staff.resetPassword(actor, id, body.password);
  }

  /** Ends a lock-out. */
  @Post('unlock')
  @HttpCode(204)
  unlock(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.staff.unlock(actor, id);
  }
}
