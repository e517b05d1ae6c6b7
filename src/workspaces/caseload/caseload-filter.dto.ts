import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { CASE_STATUSES, type CaseStatus } from '#domain/support-case';
import { type Side, SIDES } from '#access';
import { MaxLength, NumberFromText, Trimmed } from '../../platform/http/index.js';

const DAYS = { min: 0, max: 3650 };

/** The filters of the caseload, in the address of the page as in the API. */
export class CaseloadFilterQuery {
  @ApiPropertyOptional({ enum: ['mine', 'site'], default: 'mine' })
  @Trimmed()
  @IsOptional()
  @IsIn(['mine', 'site'])
  scope: 'mine' | 'site' = 'mine';

  @ApiPropertyOptional({ enum: ['open', 'all', ...CASE_STATUSES], default: 'open' })
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
  @NumberFromText()
  @IsOptional()
  @IsInt()
  desk?: number;

  @ApiPropertyOptional({ enum: SIDES, description: '次に動く側' })
  @Trimmed()
  @IsOptional()
  @IsIn([...SIDES])
  turn?: Side;

  @ApiPropertyOptional({ description: '給付の終了まで何日以内', minimum: 0, maximum: 3650 })
  @NumberFromText()
  @IsOptional()
  @IsInt()
  @Min(0, { context: DAYS })
  @Max(3650, { context: DAYS })
  clockWithin?: number;

  @ApiPropertyOptional({ description: '最後の相談から何日以上', minimum: 0, maximum: 3650 })
  @NumberFromText()
  @IsOptional()
  @IsInt()
  @Min(0, { context: DAYS })
  @Max(3650, { context: DAYS })
  silentFor?: number;

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
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
