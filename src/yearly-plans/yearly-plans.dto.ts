import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { INT_MAX, IsVersion, IsWholeNumber, MaxLength } from '../platform/http/index.js';

export class ImportYearlyPlan {
  @ApiProperty({ description: '事業計画ファイル (YAML, yearly-plan/1)' })
  @IsNotEmpty()
  @IsString()
  @MaxLength(500_000)
  file: string;

  @ApiPropertyOptional({
    minimum: 0,
    description: 'version of the plan that the preview spoke of, 0 for none; another one is refused as `stale_edit`',
  })
  @IsOptional()
  @IsVersion()
  version?: number;
}

export class AgreeOnPlan {
  @ApiProperty({ minimum: 1, description: 'version of the plan that was read; another one is refused as `stale_edit`' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}

export class PlanFileQuery {
  @ApiPropertyOptional({ minimum: 1, description: 'an earlier import of the year; left out, the plan in force' })
  @IsOptional()
  @IsWholeNumber({ min: 1, max: INT_MAX })
  version?: number;
}
