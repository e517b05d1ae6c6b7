import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit } from '../platform/http/index.js';
import { EditStaff, RegisterStaff } from './dto/staff.dto.js';
import type { Colleague, ManagedStaff } from './staff.repository.js';
import { StaffService } from './staff.service.js';

@ApiTags('staff')
@ApiBearerAuth()
@Controller('api/v1')
export class StaffApiController {
  constructor(private readonly staff: StaffService) {}

  /** Who works at the site today, of both sides. */
  @Get('site/staff')
  @Permit('site.read')
  async colleagues(@CurrentActor() actor: StaffActor): Promise<{ items: Colleague[] }> {
    return { items: await this.staff.colleagues(actor) };
  }

  /** Everyone of one's own organisation, leavers last. */
  @Get('staff')
  @Permit('staff.manage')
  async managed(@CurrentActor() actor: StaffActor): Promise<{ items: ManagedStaff[] }> {
    return { items: await this.staff.managed(actor) };
  }

  @Post('staff')
  @Permit('staff.manage')
  register(
    @CurrentActor() actor: StaffActor,
    @Body() body: RegisterStaff,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.staff.register(actor, body, key);
  }

  @Get('staff/:id')
  @Permit('staff.manage')
  get(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<ManagedStaff> {
    return this.staff.get(actor, id);
  }

  @Put('staff/:id')
  @HttpCode(204)
  @Permit('staff.manage')
  edit(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EditStaff,
  ): Promise<void> {
    return this.staff.edit(actor, id, body);
  }
}
