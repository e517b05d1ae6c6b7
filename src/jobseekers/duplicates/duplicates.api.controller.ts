import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../../platform/http/index.js';
import { DecideDuplicate } from '../dto/decide-duplicate.dto.js';
import { DuplicateQueueService, type DuplicateQuestion } from './duplicate-queue.service.js';

@ApiTags('jobseekers')
@ApiBearerAuth()
@Permit('duplicate.resolve')
@Controller('api/v1/duplicates')
export class DuplicatesApiController {
  constructor(private readonly queue: DuplicateQueueService) {}

  @Get()
  async list(@CurrentActor() actor: StaffActor): Promise<{ items: DuplicateQuestion[] }> {
    return { items: await this.queue.list(actor) };
  }

  @Post(':id/decision')
  @HttpCode(204)
  decide(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DecideDuplicate,
  ): Promise<void> {
    return this.queue.decide(actor, id, body);
  }
}
