import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit } from '../platform/http/index.js';
import { AcceptRequest } from './dto/accept-request.dto.js';
import { AnswerRequest } from './dto/answer-request.dto.js';
import { MakeRequest } from './dto/make-request.dto.js';
import {
  type Acceptance,
  type RequestBox,
  type RequestLine,
  SupportRequestsService,
} from './support-requests.service.js';

const BOXES: readonly RequestBox[] = ['waiting', 'answered'];

export class RequestsQuery {
  @ApiPropertyOptional({ enum: BOXES, default: 'waiting' })
  @IsOptional()
  @IsIn(BOXES)
  box: RequestBox = 'waiting';
}

@ApiTags('support-requests')
@ApiBearerAuth()
@Controller('api/v1')
export class SupportRequestsApiController {
  constructor(private readonly requests: SupportRequestsService) {}

  @Post('cases/:id/requests')
  @Permit('request.make')
  make(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MakeRequest,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.requests.make(actor, id, body, key);
  }

  @Get('requests')
  @Permit('case.read')
  async list(@CurrentActor() actor: StaffActor, @Query() query: RequestsQuery): Promise<{ items: RequestLine[] }> {
    return { items: await this.requests.list(actor, query.box) };
  }

  @Get('requests/:id')
  @Permit('case.read')
  get(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<RequestLine> {
    return this.requests.get(actor, id);
  }

  @Post('requests/:id/acceptance')
  @HttpCode(200)
  @Permit('request.decide')
  accept(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AcceptRequest,
  ): Promise<Acceptance> {
    return this.requests.accept(actor, id, body);
  }

  @Post('requests/:id/return')
  @HttpCode(204)
  @Permit('request.decide')
  returnToSender(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AnswerRequest,
  ): Promise<void> {
    return this.requests.returnToSender(actor, id, body);
  }
}
