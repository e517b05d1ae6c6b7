import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { REASON_NOTE_MAX } from '#domain/reason';
import { IsVersion, MaxLength, Trimmed } from '../../platform/http/index.js';

/** A step on a record names the version it was taken on. */
export class OnVersion {
  @ApiProperty({ description: 'Version of the record that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}

/** A step that can be explained (理由): by one of the site's reasons, by words for what the list does not hold, or by both. */
export class ExplainedStep extends OnVersion {
  @ApiPropertyOptional({
    maxLength: 50,
    description: '理由: code of one of the reasons of GET /api/v1/site that serves the occasion and is not retired',
  })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(50)
  reasonCode?: string;

  @ApiPropertyOptional({ maxLength: REASON_NOTE_MAX, description: '理由の補足' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(REASON_NOTE_MAX)
  reasonNote?: string;
}
