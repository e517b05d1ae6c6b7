import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString } from 'class-validator';
import { MaxLength } from '../platform/http/index.js';

export class ImportYearlyPlan {
  @ApiProperty({ description: '事業計画ファイル (YAML, yearly-plan/1)' })
  @IsNotEmpty()
  @IsString()
  @MaxLength(500_000)
  file: string;
}
