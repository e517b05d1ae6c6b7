import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, IsUUID } from 'class-validator';
import { IsDay, MaxLength, Trimmed } from '../../platform/http/index.js';
import { OnVersion } from './referral.dto.js';

/** 採用通知 that came without a referral of ours (job fair, own application). One that came of a referral is its outcome `offered`. */
export class RecordOffer {
  @ApiProperty({ format: 'uuid', description: '事業所' })
  @Trimmed()
  @IsNotEmpty()
  @IsUUID()
  employerId: string;

  @ApiProperty({ format: 'date', description: '採用通知日' })
  @IsNotEmpty()
  @IsDay()
  receivedOn: string;

  @ApiPropertyOptional({ maxLength: 2000, description: '提示された条件' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  conditions?: string;
}

/** 採用通知 that came of a referral. */
export class RecordReferralOffer extends OnVersion {
  @ApiProperty({ format: 'date', description: '採用通知日' })
  @IsNotEmpty()
  @IsDay()
  receivedOn: string;

  @ApiPropertyOptional({ maxLength: 2000, description: '提示された条件' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  conditions?: string;
}

/** 承諾. */
export class AcceptOffer extends OnVersion {
  @ApiProperty({ format: 'date', description: '回答の日' })
  @IsNotEmpty()
  @IsDay()
  decidedOn: string;
}

/** 辞退; possible after acceptance too. */
export class DeclineOffer extends OnVersion {
  @ApiProperty({ format: 'date', description: '回答の日' })
  @IsNotEmpty()
  @IsDay()
  decidedOn: string;

  @ApiProperty({ maxLength: 1000, description: '辞退の理由' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(1000)
  declineReason: string;
}
