import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { InvalidInput } from '#kernel';
import { CurrentActor, IdempotencyKey, Permit } from '../platform/http/index.js';
import { type ConsultationPage, ConsultationsService, type ReadableConsultation } from './consultations.service.js';
import { ConsultationsQuery } from './dto/consultations-query.dto.js';
import { AddAddendum, EditConsultation } from './dto/edit-consultation.dto.js';
import { LogConsultation } from './dto/log-consultation.dto.js';

@ApiTags('consultations')
@ApiBearerAuth()
@Controller('api/v1/consultations')
export class ConsultationsApiController {
  constructor(private readonly consultations: ConsultationsService) {}

  @Post()
  @Permit('consultation.log')
  log(
    @CurrentActor() actor: StaffActor,
    @Body() body: LogConsultation,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.consultations.log(actor, body, key);
  }

  @Get()
  @Permit('consultation.read')
  list(
    @CurrentActor() actor: StaffActor,
    @Query() { jobseekerId, supportCaseId, after }: ConsultationsQuery,
  ): Promise<ConsultationPage> {
    if (supportCaseId !== undefined) return this.consultations.ofCase(actor, supportCaseId, after);
    if (jobseekerId !== undefined) return this.consultations.ofJobseeker(actor, jobseekerId, after);
    throw new InvalidInput([{ field: 'jobseekerId', code: 'required' }]);
  }

  @Get(':id')
  @Permit('consultation.read')
  get(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<ReadableConsultation> {
    return this.consultations.get(actor, id);
  }

  @Put(':id')
  @HttpCode(204)
  @Permit('consultation.amend')
  edit(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EditConsultation,
  ): Promise<void> {
    return this.consultations.edit(actor, id, body);
  }

  @Post(':id/addenda')
  @Permit('consultation.amend')
  addAddendum(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AddAddendum,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.consultations.addAddendum(actor, id, body, key);
  }
}
