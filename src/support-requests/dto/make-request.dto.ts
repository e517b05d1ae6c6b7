import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { REQUEST_TEXT_MAX } from '#domain/support-case';
import { IsDay, IsRowId, IsVersion, MaxLength, Trimmed } from '../../platform/http/index.js';

/** 支援要請書 as the city fills it in. */
export class MakeRequest {
  @ApiPropertyOptional({
    description: '要請先 (organisation id); only where the site has several national organisations',
  })
  @IsOptional()
  @IsRowId()
  toOrganisationId?: number;

  @ApiProperty({ format: 'date', description: '支援要請日' })
  @IsNotEmpty()
  @IsDay()
  requestedOn: string;

  @ApiProperty({ maxLength: REQUEST_TEXT_MAX, description: '求める支援' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(REQUEST_TEXT_MAX)
  wanted: string;

  @ApiPropertyOptional({ maxLength: REQUEST_TEXT_MAX, description: 'これまでの経緯' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(REQUEST_TEXT_MAX)
  background?: string;

  @ApiProperty({ description: 'version of the case that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
