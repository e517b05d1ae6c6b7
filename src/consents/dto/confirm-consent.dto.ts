import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { CONFIRMATIONS, CONSENT_TEXT_MAX, type Confirmation } from '#domain/consent';
import { IsVersion, MaxLength, Trimmed } from '../../platform/http/index.js';

/** 共有の確認: whether one's own organisation opens its records by a consent that another recorded. */
export class ConfirmConsent {
  @ApiProperty({ enum: CONFIRMATIONS, description: '確認・辞退' })
  @IsNotEmpty()
  @IsIn(CONFIRMATIONS)
  decision: Confirmation;

  @ApiPropertyOptional({ maxLength: CONSENT_TEXT_MAX, description: '辞退の理由; required when declined' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(CONSENT_TEXT_MAX)
  reason?: string;

  @ApiProperty({ description: 'Version of the consent that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
