import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { IsCursor, MaxLength, NumberFromText } from '../../platform/http/index.js';
import { FOUND_BY_KEY, RECENTLY_CHANGED } from '../list-order.js';

export const PAGE_SIZE = 50;
const PAGE_MAX = 100;

/** 求職者の検索. */
export class SearchJobseekers {
  @ApiPropertyOptional({
    maxLength: 100,
    description: 'Beginning of the kana, a part of the written name, or of the number; empty: most recently changed',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: PAGE_MAX, default: PAGE_SIZE })
  @NumberFromText()
  @IsOptional()
  @IsInt()
  @Min(1, { context: { min: 1, max: PAGE_MAX } })
  @Max(PAGE_MAX, { context: { min: 1, max: PAGE_MAX } })
  limit?: number;

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsCursor(FOUND_BY_KEY, RECENTLY_CHANGED)
  cursor?: string;
}
