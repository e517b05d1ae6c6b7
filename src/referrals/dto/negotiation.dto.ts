import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import {
  NEGOTIATED_CONDITIONS,
  NEGOTIATION_RESULTS,
  type NegotiatedCondition,
  type NegotiationAnswer,
  type NegotiationResult,
} from '#domain/referral';
import { IsDay, MaxLength, Trimmed } from '../../platform/http/index.js';
import { JobOrderFields } from './employer-fields.dto.js';
import { OnVersion } from './step.dto.js';

/** 条件緩和の交渉: one condition, from what to what; the answer may come with it. */
export class NegotiateCondition extends JobOrderFields {
  @ApiProperty({ enum: NEGOTIATED_CONDITIONS, description: '緩和を求めた条件' })
  @Trimmed()
  @IsNotEmpty()
  @IsIn(NEGOTIATED_CONDITIONS)
  condition: NegotiatedCondition;

  @ApiProperty({ maxLength: 500, description: '現在の条件' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(500)
  termsFrom: string;

  @ApiProperty({ maxLength: 500, description: '求めた条件' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(500)
  termsTo: string;

  @ApiProperty({ format: 'date', description: '交渉した日' })
  @IsNotEmpty()
  @IsDay()
  negotiatedOn: string;

  @ApiPropertyOptional({ enum: NEGOTIATION_RESULTS, default: 'pending', description: '回答' })
  @Trimmed()
  @IsOptional()
  @IsIn(NEGOTIATION_RESULTS)
  result?: NegotiationResult;

  @ApiPropertyOptional({ format: 'date', description: '回答の日' })
  @Trimmed()
  @IsOptional()
  @IsDay()
  resultOn?: string;

  @ApiPropertyOptional({ maxLength: 2000, description: '備考' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

const ANSWERS: readonly NegotiationAnswer[] = ['accepted', 'refused'];

/** The employer's answer. */
export class AnswerNegotiation extends OnVersion {
  @ApiProperty({ enum: ANSWERS, description: '回答' })
  @Trimmed()
  @IsNotEmpty()
  @IsIn(ANSWERS)
  result: NegotiationAnswer;

  @ApiProperty({ format: 'date', description: '回答の日' })
  @IsNotEmpty()
  @IsDay()
  resultOn: string;
}
