import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsNotEmpty, IsOptional, IsString, Min } from 'class-validator';
import { MaxLength, NumberFromText } from '../platform/http/index.js';

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
  @NumberFromText()
  @IsInt()
  @Min(0, { context: { min: 0 } })
  version?: number;
}

export class PlanFileQuery {
  @ApiPropertyOptional({ minimum: 1, description: 'an earlier import of the year; left out, the plan in force' })
  @IsOptional()
  @NumberFromText()
  @IsInt()
  @Min(1, { context: { min: 1 } })
  version?: number;
}
