import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit } from '../platform/http/index.js';
import { ReceiveJobOrder, ReviseJobOrder } from './dto/job-order.dto.js';
import type { JobOrder } from './employers.repository.js';
import { EmployersService } from './employers.service.js';

@ApiTags('employers')
@ApiBearerAuth()
@Controller('api/v1')
export class JobOrdersApiController {
  constructor(private readonly employers: EmployersService) {}

  @Post('employers/:id/job-orders')
  @Permit('job_order.write')
  receive(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReceiveJobOrder,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.employers.receiveJobOrder(actor, id, body, key);
  }

  @Get('job-orders/:id')
  @Permit('employer.read')
  jobOrder(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<JobOrder> {
    return this.employers.jobOrder(actor, id);
  }

  @Put('job-orders/:id')
  @HttpCode(204)
  @Permit('job_order.write')
  reviseJobOrder(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReviseJobOrder,
  ): Promise<void> {
    return this.employers.reviseJobOrder(actor, id, body);
  }
}
