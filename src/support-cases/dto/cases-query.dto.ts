import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { CASE_STATUSES, type CaseStatus } from '#domain/support-case';
import { BooleanFromText, IsCursor, IsId, NumberFromText } from '../../platform/http/index.js';
import { CASES_NEWEST_FIRST } from '../list-order.js';

const STATUS_FILTERS = ['open', ...CASE_STATUSES] as const;

export class CasesQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  jobseekerId?: string;

  @ApiPropertyOptional({ enum: STATUS_FILTERS, description: '`open`: every state but closed' })
  @IsOptional()
  @IsIn(STATUS_FILTERS)
  status?: CaseStatus | 'open';

  @ApiPropertyOptional({ default: false, description: 'only cases one is assigned to today' })
  @BooleanFromText()
  @IsBoolean()
  mine: boolean = false;

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsCursor(CASES_NEWEST_FIRST)
  after?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 50 })
  @IsOptional()
  @NumberFromText()
  @IsInt()
  @Min(1, { context: { min: 1, max: 100 } })
  @Max(100, { context: { min: 1, max: 100 } })
  limit: number = 50;
}
