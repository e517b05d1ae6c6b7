import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsNumber, IsString, Max, Min } from 'class-validator';
import { IsMonth, MaxLength, NumberFromText, Trimmed } from '../../platform/http/index.js';

const LIMITS = { min: 0, max: 10_000_000 };

/** A number that lives in another system, typed in for one month; a later entry for the month takes its place. */
export class EnterManualFigure {
  @ApiProperty({ description: '指標の符号 (an indicator of the type manual)' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(100)
  code: string;

  @ApiProperty({ example: '2026-06' })
  @Trimmed()
  @IsNotEmpty()
  @IsMonth()
  month: string;

  @ApiProperty({ minimum: 0, maximum: LIMITS.max })
  @NumberFromText()
  @IsNotEmpty()
  @IsNumber({ allowNaN: false, allowInfinity: false })
  @Min(LIMITS.min, { context: LIMITS })
  @Max(LIMITS.max, { context: LIMITS })
  value: number;

  @ApiProperty({ maxLength: 200, description: '出典 (where the number comes from)' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(200)
  source: string;
}
