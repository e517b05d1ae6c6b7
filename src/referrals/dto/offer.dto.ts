import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { IsDay, MaxLength, Trimmed } from '../../platform/http/index.js';
import { OfEmployer } from './named-employer.dto.js';
import { ExplainedStep, OnVersion } from './step.dto.js';

/** 採用通知 that came without a referral of ours (job fair, own application). One that came of a referral is its outcome `offered`. */
export class RecordOffer extends OfEmployer {
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

/** 辞退, for a reason; possible after acceptance too. */
export class DeclineOffer extends ExplainedStep {
  @ApiProperty({ format: 'date', description: '回答の日' })
  @IsNotEmpty()
  @IsDay()
  decidedOn: string;
}
