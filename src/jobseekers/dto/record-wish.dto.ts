import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsBoolean, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { OCCUPATIONS_MAX, WISH_TEXT_MAX, WISHED_HOURS } from '#domain/jobseeker';
import {
  BooleanFromText,
  IsDay,
  IsWholeNumber,
  LinesAsList,
  MaxItems,
  MaxLength,
  Trimmed,
} from '../../platform/http/index.js';

/** 希望条件の記録. */
export class RecordWish {
  @ApiProperty({ format: 'date', description: '聞き取った日' })
  @IsNotEmpty()
  @IsDay()
  recordedOn: string;

  @ApiProperty({ type: [String], description: '希望職種, in the order of preference' })
  @LinesAsList()
  @IsArray()
  @MaxItems(OCCUPATIONS_MAX)
  @IsString({ each: true })
  @MaxLength(WISH_TEXT_MAX, { each: true })
  occupations: string[] = [];

  @ApiPropertyOptional({ default: false, description: '未定' })
  @BooleanFromText()
  @IsBoolean()
  undecided: boolean = false;

  @ApiPropertyOptional({ description: '週の時間（下限）' })
  @IsOptional()
  @IsWholeNumber(WISHED_HOURS)
  weeklyHoursMin?: number | null;

  @ApiPropertyOptional({ description: '週の時間（上限）' })
  @IsOptional()
  @IsWholeNumber(WISHED_HOURS)
  weeklyHoursMax?: number | null;

  @ApiPropertyOptional({ maxLength: WISH_TEXT_MAX, description: '曜日・時間帯' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(WISH_TEXT_MAX)
  daysAndTimes?: string | null;

  @ApiPropertyOptional({ maxLength: WISH_TEXT_MAX, description: '通勤手段・範囲' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(WISH_TEXT_MAX)
  commute?: string | null;

  @ApiPropertyOptional({ maxLength: WISH_TEXT_MAX, description: '勤務地' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(WISH_TEXT_MAX)
  workplace?: string | null;

  @ApiPropertyOptional({ maxLength: WISH_TEXT_MAX, description: '備考' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(WISH_TEXT_MAX)
  note?: string | null;

  @ApiPropertyOptional({ maxLength: WISH_TEXT_MAX, description: '変更の理由; required from the second wish on' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(WISH_TEXT_MAX)
  reasonForChange?: string | null;
}
