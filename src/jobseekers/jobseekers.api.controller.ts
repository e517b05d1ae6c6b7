import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit } from '../platform/http/index.js';
import { RegisterJobseeker } from './dto/register-jobseeker.dto.js';
import type { Jobseeker } from './jobseekers.repository.js';
import { JobseekersService } from './jobseekers.service.js';

@ApiTags('jobseekers')
@ApiBearerAuth()
@Controller('api/v1/jobseekers')
export class JobseekersApiController {
  constructor(private readonly jobseekers: JobseekersService) {}

  /** 409 `likely_duplicate` names persons already on record, until `confirmDuplicate` is sent. */
  @Post()
  @Permit('jobseeker.register')
  register(@CurrentActor() actor: StaffActor, @Body() body: RegisterJobseeker, @IdempotencyKey() key?: string): Promise<{ id: string; number: string }> {
    return this.jobseekers.register(actor, body, key);
  }

  @Get(':id')
  @Permit('jobseeker.read')
  get(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<Jobseeker> {
    return this.jobseekers.get(actor, id);
  }
}
