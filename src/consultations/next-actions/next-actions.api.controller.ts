import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { StaffActor } from '#access';
import { CurrentActor, IsDay, IsId, Permit } from '../../platform/http/index.js';
import { FinishNextAction } from '../dto/finish-next-action.dto.js';
import { type DueAction, NextActionsService } from './next-actions.service.js';

/** Of a person, of a case, or, when neither is named, those that wait for whoever asks. */
export class NextActionsQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  jobseekerId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  supportCaseId?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Of one’s own: due by this day' })
  @IsOptional()
  @IsDay()
  until?: string;
}

@ApiTags('next-actions')
@ApiBearerAuth()
@Controller('api/v1/next-actions')
export class NextActionsApiController {
  constructor(private readonly nextActions: NextActionsService) {}

  @Get()
  @Permit('consultation.read')
  async list(
    @CurrentActor() actor: StaffActor,
    @Query() { supportCaseId, jobseekerId, until }: NextActionsQuery,
  ): Promise<{ items: DueAction[] }> {
    if (supportCaseId !== undefined) return { items: await this.nextActions.ofCase(actor, supportCaseId) };
    if (jobseekerId !== undefined) return { items: await this.nextActions.ofJobseeker(actor, jobseekerId) };
    return { items: await this.nextActions.dueFor(actor, until) };
  }

  @Post(':id/end')
  @HttpCode(204)
  @Permit('consultation.log')
  finish(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FinishNextAction,
  ): Promise<void> {
    return this.nextActions.finish(actor, id, body);
  }
}
