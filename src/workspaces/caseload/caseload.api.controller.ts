import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../../platform/http/index.js';
import { CaseloadFilterQuery } from './caseload-filter.dto.js';
import { type CaseloadPage, CaseloadQuery } from './caseload.query.js';

@ApiTags('caseload')
@ApiBearerAuth()
@Controller('api/v1/caseload')
export class CaseloadApiController {
  constructor(private readonly caseload: CaseloadQuery) {}

  /** Cases with groups, last consultation, next action and benefit clock; by kana, 50 a page. */
  @Get()
  @Permit('case.read')
  list(@CurrentActor() actor: StaffActor, @Query() query: CaseloadFilterQuery): Promise<CaseloadPage> {
    return this.caseload.list(actor, query);
  }
}
