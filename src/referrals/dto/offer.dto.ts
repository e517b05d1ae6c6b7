import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import type { OfferAnswer } from '#domain/placement';
import { IsDay, MaxLength, Trimmed } from '../../platform/http/index.js';
import { EmployerFields } from './employer-fields.dto.js';
import { ExplainedStep, OnVersion } from './step.dto.js';

/** 採用通知 that came without a referral of ours (job fair, own application). One that came of a referral is its outcome `offered`. */
export class RecordOffer extends EmployerFields {
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

const OFFER_ANSWERS: readonly OfferAnswer[] = ['accepted', 'declined'];

/** 承諾 or 辞退. A refusal is for a reason, and possible after acceptance too. */
export class AnswerOffer extends ExplainedStep {
  @ApiProperty({ enum: OFFER_ANSWERS, description: '回答' })
  @Trimmed()
  @IsNotEmpty()
  @IsIn(OFFER_ANSWERS)
  answer: OfferAnswer;

  @ApiProperty({ format: 'date', description: '回答の日' })
  @IsNotEmpty()
  @IsDay()
  decidedOn: string;
}
