import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsIn, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { CONSENT_TEXT_MAX, DECISION_BASES, type DecisionBasis } from '#domain/consent';
import { NAME_MAX } from '#domain/jobseeker';
import { type SharingCategory, SHARING_CATEGORIES } from '#domain/sharing';
import { IsDay, IsRowId, IsVersion, ListFromForm, MaxItems, MaxLength, Trimmed } from '../../platform/http/index.js';

/** 会議などの決定による共有. */
export class RecordSharingDecision {
  @ApiProperty({ enum: DECISION_BASES, description: '根拠: 支援会議・支援調整会議・その他の法令' })
  @IsNotEmpty()
  @IsIn(DECISION_BASES)
  basis: DecisionBasis;

  @ApiPropertyOptional({ maxLength: NAME_MAX, description: '根拠となる条項; required for another law' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(NAME_MAX)
  lawArticle?: string;

  @ApiProperty({ description: '見てよい機関 (organisation id)' })
  @IsNotEmpty()
  @IsRowId()
  receiverId: number;

  @ApiProperty({ enum: SHARING_CATEGORIES, isArray: true, description: '共有の区分. The identity is always shared.' })
  @ListFromForm()
  @IsArray()
  @MaxItems(SHARING_CATEGORIES.length)
  @IsIn(SHARING_CATEGORIES, { each: true })
  categories: SharingCategory[];

  @ApiProperty({ format: 'date', description: '決定日: the first day it holds' })
  @IsNotEmpty()
  @IsDay()
  decidedOn: string;

  @ApiPropertyOptional({ format: 'date', description: '期限: the last day it holds' })
  @IsOptional()
  @IsDay()
  endsOn?: string;

  @ApiPropertyOptional({ maxLength: CONSENT_TEXT_MAX, description: '構成員; required for a meeting' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(CONSENT_TEXT_MAX)
  members?: string;

  @ApiProperty({ maxLength: CONSENT_TEXT_MAX, description: '決定の内容' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(CONSENT_TEXT_MAX)
  decision: string;
}

/** 決定による共有の終わり: from today. */
export class EndSharingDecision {
  @ApiProperty({ description: 'Version of the decision that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
