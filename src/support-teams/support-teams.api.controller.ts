import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit } from '../platform/http/index.js';
import { AssignStaff } from './dto/assign-staff.dto.js';
import { EndAssignment } from './dto/end-assignment.dto.js';
import { HandOver } from './dto/hand-over.dto.js';
import type { AssignmentLine } from './support-teams.repository.js';
import { SupportTeamsService } from './support-teams.service.js';

@ApiTags('support-teams')
@ApiBearerAuth()
@Controller('api/v1')
export class SupportTeamsApiController {
  constructor(private readonly team: SupportTeamsService) {}

  @Get('cases/:id/assignments')
  @Permit('case.read')
  async list(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: AssignmentLine[] }> {
    return { items: await this.team.ofCase(actor, id) };
  }

  @Post('cases/:id/assignments')
  @Permit('case.assign')
  assign(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AssignStaff,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.team.assign(actor, id, body, key);
  }

  @Post('assignments/:id/hand-over')
  @Permit('case.assign')
  handOver(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: HandOver,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.team.handOver(actor, id, body, key);
  }

  @Post('assignments/:id/end')
  @HttpCode(204)
  @Permit('case.assign')
  end(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EndAssignment,
  ): Promise<void> {
    return this.team.end(actor, id, body);
  }
}
