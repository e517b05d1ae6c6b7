import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  Min,
} from 'class-validator';
import {
  type ConsultationChannel,
  type ConsultationKind,
  type ConsultationOutcome,
  CONSULTATION_CHANNELS,
  CONSULTATION_KINDS,
  CONSULTATION_MINUTES_MAX,
  CONSULTATION_OUTCOMES,
  CONSULTATION_TEXT_MAX,
} from '#domain/consultation';
import {
  BooleanFromText,
  IsDay,
  IsId,
  IsRowId,
  IsTimeOfDay,
  ListFromForm,
  MaxItems,
  MaxLength,
  NullIsSaid,
  NumberFromText,
  Trimmed,
} from '../../platform/http/index.js';

/** More staff than this never sat at one table. */
const PARTICIPANTS_MAX = 20;
const MINUTES = { context: { min: 1, max: CONSULTATION_MINUTES_MAX } };

/** What a record of a consultation holds, when it is logged and when it is edited. */
export class ConsultationFields {
  @ApiPropertyOptional({
    format: 'uuid',
    nullable: true,
    description:
      '支援ケース. Absent: when logging, the one open case of the person; when editing, unchanged. null: no case.',
  })
  @NullIsSaid()
  @IsOptional()
  @IsId()
  supportCaseId?: string | null;

  @ApiPropertyOptional({ description: '窓口 (desk id)' })
  @IsOptional()
  @IsRowId()
  deskId?: number;

  @ApiProperty({ format: 'date', description: '相談日' })
  @IsNotEmpty()
  @IsDay()
  heldOn: string;

  @ApiPropertyOptional({ example: '14:30', description: '開始時刻' })
  @Trimmed()
  @IsOptional()
  @IsTimeOfDay()
  startedAt?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: CONSULTATION_MINUTES_MAX, description: '時間（分）' })
  @IsOptional()
  @NumberFromText()
  @IsInt()
  @Min(1, MINUTES)
  @Max(CONSULTATION_MINUTES_MAX, MINUTES)
  minutes?: number;

  @ApiProperty({ enum: CONSULTATION_KINDS, description: '相談の種類' })
  @IsNotEmpty()
  @IsIn(CONSULTATION_KINDS)
  kind: ConsultationKind;

  @ApiProperty({ enum: CONSULTATION_CHANNELS, description: '方法' })
  @IsNotEmpty()
  @IsIn(CONSULTATION_CHANNELS)
  channel: ConsultationChannel;

  @ApiPropertyOptional({ default: false, description: '予約による相談' })
  @BooleanFromText()
  @IsBoolean()
  byAppointment: boolean = false;

  @ApiPropertyOptional({ enum: CONSULTATION_OUTCOMES, isArray: true, description: '結果' })
  @ListFromForm()
  @IsArray()
  @ArrayUnique()
  @IsIn(CONSULTATION_OUTCOMES, { each: true })
  outcomes: ConsultationOutcome[] = [];

  @ApiPropertyOptional({
    format: 'uuid',
    isArray: true,
    description: '参加した職員 of both sides, the author among them. Absent: the author alone.',
  })
  @IsOptional()
  @IsArray()
  @MaxItems(PARTICIPANTS_MAX)
  @ArrayUnique()
  @IsId({ each: true })
  participantIds?: string[];

  @ApiPropertyOptional({ maxLength: CONSULTATION_TEXT_MAX, description: '共有記録' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(CONSULTATION_TEXT_MAX)
  sharedText?: string;

  @ApiPropertyOptional({
    maxLength: CONSULTATION_TEXT_MAX,
    description: '自機関だけの記録: shared with nobody, whatever was consented to',
  })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(CONSULTATION_TEXT_MAX)
  ownNote?: string;
}
