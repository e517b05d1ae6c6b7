import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import type { CaseStatus } from '#domain/support-case';
import { CurrentActor, Permit } from '../../platform/http/index.js';
import { RecordMeeting } from './dto/record-meeting.dto.js';
import { TakeStep } from './dto/take-step.dto.js';
import { type CaseSteps, StepsService } from './steps.service.js';

@ApiTags('support-cases')
@ApiBearerAuth()
@Controller('api/v1/cases/:id')
export class StepsApiController {
  constructor(private readonly steps: StepsService) {}

  @Get('steps')
  @Permit('case.read')
  of(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<CaseSteps> {
    return this.steps.of(actor, id);
  }

  @Post('transitions')
  @HttpCode(200)
  @Permit('case.transition')
  take(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: TakeStep,
  ): Promise<{ status: CaseStatus }> {
    return this.steps.take(actor, id, body);
  }

  @Post('meetings')
  @HttpCode(200)
  @Permit('case.transition')
  meeting(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordMeeting,
  ): Promise<{ status: CaseStatus }> {
    return this.steps.recordMeeting(actor, id, body);
  }
}
