import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsIn, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { CONSENT_TEXT_MAX, REMAINING_CHOICES, type RemainingChoice } from '#domain/consent';
import { type SharingCategory, SHARING_CATEGORIES } from '#domain/sharing';
import { IsDay, IsVersion, ListFromForm, MaxItems, MaxLength, Trimmed } from '../../platform/http/index.js';

/** 共有する内容の見直し: what is shared on. */
export class NarrowConsent {
  @ApiProperty({
    enum: SHARING_CATEGORIES,
    isArray: true,
    description:
      'Categories that are shared on, of those agreed to; the identity always is. All of them confirm a consent of before there was a choice.',
  })
  @ListFromForm()
  @IsArray()
  @MaxItems(SHARING_CATEGORIES.length)
  @IsIn(SHARING_CATEGORIES, { each: true })
  categories: SharingCategory[];

  @ApiProperty({ format: 'date', description: 'The rest is shared no longer from this very day' })
  @IsNotEmpty()
  @IsDay()
  narrowedOn: string;

  @ApiPropertyOptional({ maxLength: CONSENT_TEXT_MAX, description: '理由' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(CONSENT_TEXT_MAX)
  reason?: string;

  @ApiPropertyOptional({
    enum: REMAINING_CHOICES,
    description:
      'What becomes of the same categories in consents given after that day: withdrawn from today, or kept. Required where there are any.',
  })
  @IsOptional()
  @IsIn(REMAINING_CHOICES)
  remaining?: RemainingChoice;

  @ApiProperty({ description: 'Version of the consent that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
