import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit } from '../platform/http/index.js';
import { CasesQuery } from './dto/cases-query.dto.js';
import { ChangeCase } from './dto/change-case.dto.js';
import { OpenCase } from './dto/open-case.dto.js';
import type { SupportCase } from './support-cases.repository.js';
import { SupportCasesService } from './support-cases.service.js';

@ApiTags('support-cases')
@ApiBearerAuth()
@Controller('api/v1/cases')
export class SupportCasesApiController {
  constructor(private readonly cases: SupportCasesService) {}

  @Post()
  @Permit('case.open')
  open(
    @CurrentActor() actor: StaffActor,
    @Body() body: OpenCase,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string; number: string }> {
    return this.cases.open(actor, body, key);
  }

  @Get()
  @Permit('case.read')
  list(
    @CurrentActor() actor: StaffActor,
    @Query() query: CasesQuery,
  ): Promise<{ items: SupportCase[]; next?: string }> {
    return this.cases.list(actor, query);
  }

  @Get(':id')
  @Permit('case.read')
  get(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<SupportCase> {
    return this.cases.get(actor, id);
  }

  @Patch(':id')
  @HttpCode(204)
  @Permit('case.assign')
  change(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeCase,
  ): Promise<void> {
    return this.cases.change(actor, id, body);
  }
}
