import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { IsCursor, ListOrder, NumberFromText } from '../../platform/http/index.js';
import { CaseFilterQuery, DAYS } from '../case-rows/case-filter.dto.js';

/** 支援ケースの一覧, by the reading of the person. */
export const CASELOAD_BY_KANA = new ListOrder('caseload', { kana: 'text', id: 'id' });

/** The filters of the caseload, in the address of the page as in the API. Unless asked otherwise: open cases on whose team one is. */
export class CaseloadFilterQuery extends CaseFilterQuery {
  @ApiPropertyOptional({ description: '最後の相談から何日以上', minimum: DAYS.min, maximum: DAYS.max })
  @NumberFromText()
  @IsOptional()
  @IsInt()
  @Min(DAYS.min, { context: DAYS })
  @Max(DAYS.max, { context: DAYS })
  silentFor?: number;

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsCursor(CASELOAD_BY_KANA)
  after?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 500, default: 50 })
  @NumberFromText()
  @IsOptional()
  @IsInt()
  @Min(1, { context: { min: 1, max: 500 } })
  @Max(500, { context: { min: 1, max: 500 } })
  limit?: number;

  /** What the last page said about itself; nothing to filter by. */
  @IsOptional()
  @IsString()
  flash?: string;
}
