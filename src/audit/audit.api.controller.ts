import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Limited, Permit } from '../platform/http/index.js';
import { AuditQuery } from './audit.dto.js';
import { type AuditPage, AuditService } from './audit.service.js';

@ApiTags('audit')
@ApiBearerAuth()
@Controller('api/v1/audit')
export class AuditApiController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Limited('search')
  @Permit('audit.read')
  list(@CurrentActor() actor: StaffActor, @Query() query: AuditQuery): Promise<AuditPage> {
    return this.audit.list(actor, query);
  }
}
