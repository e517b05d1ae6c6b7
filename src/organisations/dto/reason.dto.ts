import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayNotEmpty, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, Min } from 'class-validator';
import { REASON_OCCASIONS, type ReasonOccasion } from '#domain/reason';
import { IsDay, IsVersion, ListFromForm, MaxLength, NumberFromText, Trimmed } from '../../platform/http/index.js';
import { CODE_PATTERN, IsCode } from './code.js';

const NAME_MAX = 100;
const POSITION = { min: 0, max: 9_999 };

/** 理由 on the site's list. */
class ReasonFields {
  @ApiProperty({ maxLength: NAME_MAX, description: '名称' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(NAME_MAX)
  name: string;

  @ApiProperty({ enum: REASON_OCCASIONS, isArray: true, description: 'どの結果・記録に使うか' })
  @ListFromForm()
  @ArrayNotEmpty()
  @IsIn(REASON_OCCASIONS, { each: true })
  occasions: ReasonOccasion[];

  @ApiPropertyOptional({
    minimum: POSITION.min,
    maximum: POSITION.max,
    description: '並び順; left out: a new reason comes last, another keeps its place',
  })
  @NumberFromText()
  @IsOptional()
  @IsInt()
  @Min(POSITION.min, { context: POSITION })
  @Max(POSITION.max, { context: POSITION })
  position?: number;
}

export class AddReason extends ReasonFields {
  @ApiProperty({ pattern: CODE_PATTERN, description: '符号; never changes' })
  @Trimmed()
  @IsNotEmpty()
  @IsCode()
  code: string;
}

export class EditReason extends ReasonFields {
  @ApiProperty({ description: 'version that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;

  @ApiPropertyOptional({ format: 'date', description: '使用終了日: chosen no more from this day on; left out: in use' })
  @IsOptional()
  @IsDay()
  retiredOn?: string;
}
