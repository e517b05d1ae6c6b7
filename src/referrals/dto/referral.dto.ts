import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { type DecidedOutcome, REFERRAL_OUTCOMES } from '#domain/referral';
import { IsDay, MaxLength, Trimmed } from '../../platform/http/index.js';
import { JobOrderFields } from './employer-fields.dto.js';
import { ExplainedStep, OnVersion } from './step.dto.js';

/** Outcomes that can be recorded (結果); every attempt begins as `pending`. */
const DECIDED_OUTCOMES = REFERRAL_OUTCOMES.filter((outcome): outcome is DecidedOutcome => outcome !== 'pending');

/** 打診: an employer is asked about the person; the first step of an attempt. */
export class AskEmployer extends JobOrderFields {
  @ApiProperty({ format: 'date', description: '打診した日' })
  @IsNotEmpty()
  @IsDay()
  askedOn: string;

  @ApiPropertyOptional({ maxLength: 2000, description: '備考' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

/** 紹介状の交付. */
export class IssueLetter extends OnVersion {
  @ApiProperty({ format: 'date', description: '紹介状の交付日' })
  @IsNotEmpty()
  @IsDay()
  letterIssuedOn: string;
}

/** 紹介の結果. `offered` also opens an offer; `hired` and `declined` answer the offer that stands. An offer is declined for a reason. */
export class RecordOutcome extends ExplainedStep {
  @ApiProperty({ enum: DECIDED_OUTCOMES, description: '結果' })
  @Trimmed()
  @IsNotEmpty()
  @IsIn(DECIDED_OUTCOMES)
  outcome: DecidedOutcome;

  @ApiProperty({ format: 'date', description: '結果の日' })
  @IsNotEmpty()
  @IsDay()
  outcomeOn: string;
}
