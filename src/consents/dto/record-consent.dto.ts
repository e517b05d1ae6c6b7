import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsIn, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import {
  CONSENT_KINDS,
  CONSENT_METHODS,
  CONSENT_TEXT_MAX,
  type ConsentKind,
  type ConsentMethod,
} from '#domain/consent';
import { NAME_MAX } from '#domain/jobseeker';
import { type SharingCategory, SHARING_CATEGORIES } from '#domain/sharing';
import { IsDay, IsRowId, ListFromForm, MaxItems, MaxLength, Trimmed } from '../../platform/http/index.js';

/** 同意の記録. */
export class RecordConsent {
  @ApiProperty({ enum: CONSENT_KINDS, description: '参加・情報共有' })
  @IsNotEmpty()
  @IsIn(CONSENT_KINDS)
  kind: ConsentKind;

  @ApiProperty({ maxLength: CONSENT_TEXT_MAX, description: '目的' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(CONSENT_TEXT_MAX)
  purpose: string;

  @ApiPropertyOptional({
    enum: SHARING_CATEGORIES,
    isArray: true,
    description: '共有の区分; required for sharing. The identity is always shared.',
  })
  @ListFromForm()
  @IsOptional()
  @IsArray()
  @MaxItems(SHARING_CATEGORIES.length)
  @IsIn(SHARING_CATEGORIES, { each: true })
  categories?: SharingCategory[];

  @ApiPropertyOptional({ maxLength: CONSENT_TEXT_MAX, description: '共有する内容の補足' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(CONSENT_TEXT_MAX)
  covers?: string;

  @ApiPropertyOptional({ description: '共有先 (organisation id); required for sharing' })
  @IsOptional()
  @IsRowId()
  sharedWithOrganisationId?: number;

  @ApiProperty({ enum: CONSENT_METHODS, description: '署名・口頭（記録）・オンライン' })
  @IsNotEmpty()
  @IsIn(CONSENT_METHODS)
  method: ConsentMethod;

  @ApiProperty({ format: 'date', description: '同意日: the first day it holds' })
  @IsNotEmpty()
  @IsDay()
  givenOn: string;

  @ApiPropertyOptional({ format: 'date', description: '期限: the last day it holds' })
  @IsOptional()
  @IsDay()
  endsOn?: string;

  @ApiPropertyOptional({ maxLength: NAME_MAX, description: '同意した保護者; required for a minor' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(NAME_MAX)
  guardianName?: string;
}
