import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../../platform/http/index.js';
import { Departure, DepartureWithdrawal } from '../dto/departure.dto.js';
import {
  type DepartureLine,
  type DepartureSheet,
  DeparturesService,
  type GivenBackLine,
} from './departures.service.js';

@ApiTags('staff')
@ApiBearerAuth()
@Controller('api/v1/staff/:id')
export class DeparturesApiController {
  constructor(private readonly departures: DeparturesService) {}

  /** What somebody holds and who may take it over: what a departure has to settle. */
  @Get('departure')
  @Permit('staff.manage')
  sheet(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<DepartureSheet> {
    return this.departures.sheet(actor, id);
  }

  /** 離任・異動: leaves the organisation, or this site alone. */
  @Post('departure')
  @HttpCode(200)
  @Permit('staff.manage')
  leave(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Departure,
  ): Promise<{ items: DepartureLine[] }> {
    return this.departures.leave(actor, id, body);
  }

  /** 離任の取消: takes back the departure that stands, from the organisation or this site. */
  @Post('departure/withdrawal')
  @HttpCode(200)
  @Permit('staff.manage')
  withdraw(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DepartureWithdrawal,
  ): Promise<{ items: GivenBackLine[] }> {
    return this.departures.withdraw(actor, id, body.version);
  }
}
