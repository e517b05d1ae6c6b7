import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Limited, Permit } from '../platform/http/index.js';
import { CompareIdentity } from './dto/compare-identity.dto.js';
import { EditJobseeker } from './dto/edit-jobseeker.dto.js';
import { HelloWorkRegistration } from './dto/hello-work-registration.dto.js';
import { RegisterJobseeker } from './dto/register-jobseeker.dto.js';
import { SearchJobseekers } from './dto/search-jobseekers.dto.js';
import { HelloWorkRegistrationService } from './hello-work-registration.service.js';
import { IdentityComparisonService } from './identity-comparison.service.js';
import { JobseekersService, type PersonFile } from './jobseekers.service.js';
import type { FoundPage } from './search.repository.js';

@ApiTags('jobseekers')
@ApiBearerAuth()
@Controller('api/v1/jobseekers')
export class JobseekersApiController {
  constructor(
    private readonly jobseekers: JobseekersService,
    private readonly helloWork: HelloWorkRegistrationService,
    private readonly comparison: IdentityComparisonService,
  ) {}

  @Get()
  @Limited('search')
  @Permit('jobseeker.search')
  search(@CurrentActor() actor: StaffActor, @Query() query: SearchJobseekers): Promise<FoundPage> {
    return this.jobseekers.search(actor, query);
  }

  /** 409 `likely_duplicate` names persons already on record, until `confirmDuplicate` is sent. */
  @Post()
  @Permit('jobseeker.register')
  register(
    @CurrentActor() actor: StaffActor,
    @Body() body: RegisterJobseeker,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string; number: string }> {
    return this.jobseekers.register(actor, body, key);
  }

  /** The person's fields, with groups, wishes and benefits in `groups`, `wishes`, `benefits`. */
  @Get(':id')
  @Permit('jobseeker.read')
  async get(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PersonFile['person'] & Omit<PersonFile, 'person'>> {
    const { person, ...dated } = await this.jobseekers.file(actor, id);
    return { ...person, ...dated };
  }

  @Put(':id')
  @HttpCode(204)
  @Permit('jobseeker.edit')
  edit(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EditJobseeker,
  ): Promise<void> {
    return this.jobseekers.edit(actor, id, body);
  }

  /** What another organisation calls the person was looked at: taken over, or not. */
  @Post(':id/identity-comparisons')
  @HttpCode(204)
  @Permit('jobseeker.edit')
  compareIdentity(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CompareIdentity,
  ): Promise<void> {
    return this.comparison.compare(actor, id, body);
  }

  /** 求職登録. */
  @Put(':id/hello-work-registration')
  @HttpCode(204)
  @Permit('registration.record')
  registerAtHelloWork(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: HelloWorkRegistration,
  ): Promise<void> {
    return this.helloWork.register(actor, id, body);
  }
}
