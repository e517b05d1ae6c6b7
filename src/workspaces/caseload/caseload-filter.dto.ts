import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { MaxLength, NumberFromText } from '../../platform/http/index.js';
import { CaseFilterQuery, DAYS } from '../case-rows/case-filter.dto.js';

/** Kana key and case id, joined by a character no key holds. */
export const CURSOR_SEPARATOR = ' ';
const CURSOR = new RegExp(`^[^${CURSOR_SEPARATOR}]+${CURSOR_SEPARATOR}[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`);

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
  @IsString()
  @MaxLength(300)
  @Matches(CURSOR)
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
