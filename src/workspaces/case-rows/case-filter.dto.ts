import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { CASE_STATUSES, type CaseStatus } from '#domain/support-case';
import { type Side, SIDES } from '#access';
import { IsRowId, MaxLength, NumberFromText, Trimmed } from '../../platform/http/index.js';

/** 自分の担当, 自分のチームの支援, 拠点のうち見られるもの. */
export const SCOPES = ['mine', 'team', 'site'] as const;
export type Scope = (typeof SCOPES)[number];

/** Limits of a filter that counts days. */
export const DAYS = { min: 0, max: 3650 };

/** The filters that every list of cases and people takes, in the address of a page as in the API. */
export class CaseFilterQuery {
  @ApiPropertyOptional({
    enum: SCOPES,
    description:
      '`mine`: one is 主担当, or the work is one’s own; `team`: one is on the team; `site`: whatever one may see',
  })
  @Trimmed()
  @IsOptional()
  @IsIn([...SCOPES])
  scope?: Scope;

  @ApiPropertyOptional({ enum: ['open', 'all', ...CASE_STATUSES] })
  @Trimmed()
  @IsOptional()
  @IsIn(['open', 'all', ...CASE_STATUSES])
  status?: CaseStatus | 'open' | 'all';

  @ApiPropertyOptional({ description: '事業の符号' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  programme?: string;

  @ApiPropertyOptional({ description: '対象者区分の符号' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  group?: string;

  @ApiPropertyOptional({ description: '窓口 (desk id)' })
  @IsOptional()
  @IsRowId()
  desk?: number;

  @ApiPropertyOptional({ enum: SIDES, description: '次に動く側' })
  @Trimmed()
  @IsOptional()
  @IsIn([...SIDES])
  turn?: Side;

  @ApiPropertyOptional({ description: '給付の終了まで何日以内', minimum: DAYS.min, maximum: DAYS.max })
  @NumberFromText()
  @IsOptional()
  @IsInt()
  @Min(DAYS.min, { context: DAYS })
  @Max(DAYS.max, { context: DAYS })
  clockWithin?: number;
}
