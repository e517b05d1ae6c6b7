import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../platform/http/index.js';
import { ProtectJobseeker } from './dto/protect-jobseeker.dto.js';
import { ProtectionService } from './protection.service.js';

/** DV等支援措置. */
@ApiTags('jobseekers')
@ApiBearerAuth()
@Permit('jobseeker.edit')
@Controller('api/v1/jobseekers/:id/protection')
export class ProtectionApiController {
  constructor(private readonly protection: ProtectionService) {}

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
}
