import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { AGE_BANDS, type AgeBand, JAPANESE_LEVELS, type JapaneseLevel, NAME_MAX } from '#domain/jobseeker';
import { IsDay, MaxLength, Trimmed } from '../../platform/http/index.js';

const LINE_MAX = 200;
const TEXT_MAX = 2000;

/** What is written down of a person, when registering and when editing. Names are kept as typed, variant characters included. */
export class PersonFields {
  @ApiProperty({ maxLength: NAME_MAX, description: '氏', example: '見本' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(NAME_MAX)
  familyName: string;

  @ApiProperty({ maxLength: NAME_MAX, description: '名', example: '花子' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(NAME_MAX)
  givenName: string;

  @ApiProperty({ maxLength: NAME_MAX, description: '氏（フリガナ）: kana of any width', example: 'ミホン' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(NAME_MAX)
  familyKana: string;

  @ApiProperty({ maxLength: NAME_MAX, description: '名（フリガナ）', example: 'ハナコ' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(NAME_MAX)
  givenKana: string;

  @ApiPropertyOptional({ maxLength: NAME_MAX, description: '旧姓' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(NAME_MAX)
  formerName?: string | null;

  @ApiPropertyOptional({ format: 'date', description: '生年月日; either this or ageBand' })
  @IsOptional()
  @IsDay()
  birthDate?: string | null;

  @ApiPropertyOptional({ enum: AGE_BANDS, description: '年代, where the birth date is not known' })
  @Trimmed()
  @IsOptional()
  @IsIn(AGE_BANDS)
  ageBand?: AgeBand | null;

  @ApiPropertyOptional({ maxLength: LINE_MAX, description: '住所' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(LINE_MAX)
  address?: string | null;

  @ApiPropertyOptional({ maxLength: 40, description: '電話番号' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string | null;

  @ApiPropertyOptional({
    maxLength: LINE_MAX,
    description: '安全な連絡方法: how and when the person may be reached without danger',
  })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(LINE_MAX)
  safeContact?: string | null;

  @ApiPropertyOptional({ maxLength: NAME_MAX, description: '国籍' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(NAME_MAX)
  nationality?: string | null;

  @ApiPropertyOptional({ enum: JAPANESE_LEVELS, description: '日本語（話す）' })
  @Trimmed()
  @IsOptional()
  @IsIn(JAPANESE_LEVELS)
  japaneseSpeaking?: JapaneseLevel | null;

  @ApiPropertyOptional({ enum: JAPANESE_LEVELS, description: '日本語（読み書き）' })
  @Trimmed()
  @IsOptional()
  @IsIn(JAPANESE_LEVELS)
  japaneseReading?: JapaneseLevel | null;

  @ApiPropertyOptional({ maxLength: NAME_MAX, description: '通訳の言語' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(NAME_MAX)
  interpreterLanguage?: string | null;

  @ApiPropertyOptional({ maxLength: TEXT_MAX, description: '健康・障害' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(TEXT_MAX)
  healthNote?: string | null;

  @ApiPropertyOptional({ maxLength: TEXT_MAX, description: '家族・育児・介護' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(TEXT_MAX)
  householdNote?: string | null;

  @ApiPropertyOptional({ maxLength: LINE_MAX, description: '直近の職' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(LINE_MAX)
  lastJob?: string | null;

  @ApiPropertyOptional({ format: 'date', description: '離職日; may lie ahead' })
  @IsOptional()
  @IsDay()
  leftJobOn?: string | null;

  @ApiPropertyOptional({ maxLength: LINE_MAX, description: '学歴' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(LINE_MAX)
  education?: string | null;

  @ApiPropertyOptional({ maxLength: TEXT_MAX, description: '免許・資格' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(TEXT_MAX)
  licences?: string | null;

  @ApiPropertyOptional({ maxLength: LINE_MAX, description: '来所経路' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(LINE_MAX)
  arrivedBy?: string | null;

  @ApiPropertyOptional({ maxLength: NAME_MAX, description: '未成年の保護者' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(NAME_MAX)
  guardianName?: string | null;
}
