import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../platform/http/index.js';
import { LiftProtection } from './glass/broken-glass.dto.js';
import { ProtectionLiftService } from './glass/protection-lift.service.js';
import { ProtectJobseeker } from './dto/protect-jobseeker.dto.js';
import { ProtectionService } from './protection.service.js';

/** DV等支援措置. */
@ApiTags('jobseekers')
@ApiBearerAuth()
@Permit('jobseeker.edit')
@Controller('api/v1/jobseekers/:id/protection')
export class ProtectionApiController {
  constructor(
    private readonly protection: ProtectionService,
    private readonly lifts: ProtectionLiftService,
  ) {}

  @Post()
  @HttpCode(204)
  protect(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ProtectJobseeker,
  ): Promise<void> {
    return this.protection.protect(actor, id, body.startsOn);
  }

  @Post('renewal')
  @HttpCode(204)
  renew(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.protection.renew(actor, id);
  }

  /** Asks for an end before the last day; where the site wants two, another confirms it. */
  @Post('lift')
  @HttpCode(204)
  lift(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: LiftProtection,
  ): Promise<void> {
    return this.lifts.ask(actor, id, body);
  }

  @Post('lift/confirmation')
  @HttpCode(204)
  confirmLift(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.lifts.confirm(actor, id);
  }

  @Post('lift/withdrawal')
  @HttpCode(204)
  withdrawLift(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.lifts.withdraw(actor, id);
  }
}
