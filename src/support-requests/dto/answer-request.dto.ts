import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { REQUEST_TEXT_MAX } from '#domain/support-case';
import { IsDay, IsVersion, MaxLength, Trimmed } from '../../platform/http/index.js';

/** 受理 or 返戻 of a request. */
export class AnswerRequest {
  @ApiProperty({ format: 'date', description: '回答日' })
  @IsNotEmpty()
  @IsDay()
  decidedOn: string;

  @ApiPropertyOptional({
    maxLength: REQUEST_TEXT_MAX,
    description: '返戻の理由 (required when returned), or a word with the acceptance',
  })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(REQUEST_TEXT_MAX)
  decisionReason?: string;

  @ApiProperty({ description: 'version of the request that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
