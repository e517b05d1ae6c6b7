import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../platform/http/index.js';
import { TakeOverTasks } from './dto/take-over.dto.js';
import { type TakeOverTaskLine, type UnattendedTask, UnattendedTasksService } from './unattended-tasks.service.js';

@ApiTags('support-teams')
@ApiBearerAuth()
@Controller('api/v1/unattended-tasks')
export class UnattendedTasksApiController {
  constructor(private readonly unattended: UnattendedTasksService) {}

  /** 担当者不在: what is still to be done although whoever was to do it left the own organisation or the site. */
  @Get()
  @Permit('case.assign')
  async list(@CurrentActor() actor: StaffActor): Promise<{ items: UnattendedTask[] }> {
    return { items: await this.unattended.list(actor) };
  }

  /** Names somebody for several of them; answers for each. */
  @Post('take-over')
  @HttpCode(200)
  @Permit('case.assign')
  takeOver(@CurrentActor() actor: StaffActor, @Body() body: TakeOverTasks): Promise<{ items: TakeOverTaskLine[] }> {
    return this.unattended.takeOver(actor, body);
  }
}
