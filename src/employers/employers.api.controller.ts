import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Limited, Permit } from '../platform/http/index.js';
import { EmployersQuery, RegisterEmployer, ReviseEmployer } from './dto/employer.dto.js';
import type { EmployerLine } from './employers.repository.js';
import { type EmployerFile, EmployersService } from './employers.service.js';

@ApiTags('employers')
@ApiBearerAuth()
@Controller('api/v1/employers')
export class EmployersApiController {
  constructor(private readonly employers: EmployersService) {}

  @Post()
  @Permit('employer.write')
  register(
    @CurrentActor() actor: StaffActor,
    @Body() body: RegisterEmployer,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.employers.register(actor, body, key);
  }

  @Get()
  @Limited('search')
  @Permit('employer.read')
  list(
    @CurrentActor() actor: StaffActor,
    @Query() query: EmployersQuery,
  ): Promise<{ items: EmployerLine[]; next?: string }> {
    return this.employers.list(actor, query);
  }

  @Get(':id')
  @Permit('employer.read')
  file(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<EmployerFile> {
    return this.employers.file(actor, id);
  }

  @Put(':id')
  @HttpCode(204)
  @Permit('employer.write')
  revise(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReviseEmployer,
  ): Promise<void> {
    return this.employers.revise(actor, id, body);
  }
}
