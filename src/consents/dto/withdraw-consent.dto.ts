import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString } from 'class-validator';
import { CONSENT_TEXT_MAX } from '#domain/consent';
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

  @ApiProperty({ description: 'Version of the consent that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
