import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit } from '../platform/http/index.js';
import { SiteWorkService } from './departures/site-work.service.js';
import { EditStaff, RegisterStaff, ResetPassword, SiteAssignment } from './dto/staff.dto.js';
import type { Colleague, ManagedStaff } from './staff.repository.js';
import { StaffService } from './staff.service.js';

@ApiTags('staff')
@ApiBearerAuth()
@Controller('api/v1')
export class StaffApiController {
  constructor(
    private readonly staff: StaffService,
    private readonly siteWork: SiteWorkService,
  ) {}

  /** Who works at the site today, of both sides. */
  @Get('site/staff')
  @Permit('site.read')
  async colleagues(@CurrentActor() actor: StaffActor): Promise<{ items: Colleague[] }> {
    return { items: await this.staff.colleagues(actor) };
  }

  /** Everyone of one's own organisation, leavers last. */
  @Get('staff')
  @Permit('staff.manage')
  async managed(@CurrentActor() actor: StaffActor): Promise<{ items: ManagedStaff[] }> {
    return { items: await this.staff.managed(actor) };
  }

  @Post('staff')
  @Permit('staff.manage')
  register(
    @CurrentActor() actor: StaffActor,
    @Body() body: RegisterStaff,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.staff.register(actor, body, key);
  }

  @Get('staff/:id')
  @Permit('staff.manage')
  get(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<ManagedStaff> {
    return this.staff.get(actor, id);
  }

  @Put('staff/:id')
  @HttpCode(204)
  @Permit('staff.manage')
  edit(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EditStaff,
  ): Promise<void> {
    return this.staff.edit(actor, id, body);
  }

  /** Begins (again) at this site. */
  @Post('staff/:id/site-assignment')
  @HttpCode(204)
  @Permit('staff.manage')
  joinSite(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SiteAssignment,
  ): Promise<void> {
    return this.siteWork.joinSite(actor, id, body);
  }

  /** Gives a password that must be changed at the next sign-in; open sessions end. */
  @Post('staff/:id/password-reset')
  @HttpCode(204)
  @Permit('staff.manage')
  resetPassword(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ResetPassword,
  ): Promise<void> {
    return this.staff.resetPassword(actor, id, body.password);
  }

  /** Ends a lock-out. */
  @Post('staff/:id/unlock')
  @HttpCode(204)
  @Permit('staff.manage')
  unlock(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.staff.unlock(actor, id);
  }
}
