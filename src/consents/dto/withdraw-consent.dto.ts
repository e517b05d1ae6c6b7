import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { CONSENT_TEXT_MAX, REMAINING_CHOICES, type RemainingChoice } from '#domain/consent';
import { IsDay, IsVersion, MaxLength, Trimmed } from '../../platform/http/index.js';

/** 同意の撤回. */
export class WithdrawConsent {
  @ApiProperty({ format: 'date', description: '撤回日: it holds no longer from this very day' })
  @IsNotEmpty()
  @IsDay()
  withdrawnOn: string;

  @ApiProperty({ maxLength: CONSENT_TEXT_MAX, description: '撤回の理由' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(CONSENT_TEXT_MAX)
  reason: string;

  @ApiPropertyOptional({
    enum: REMAINING_CHOICES,
    description:
      'Consents of its kind between the same organisations given after that day: withdrawn from today, or kept. Required where there are any.',
  })
  @IsOptional()
  @IsIn(REMAINING_CHOICES)
  remaining?: RemainingChoice;

  @ApiProperty({ description: 'Version of the consent that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
