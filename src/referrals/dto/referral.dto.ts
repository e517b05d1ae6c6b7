import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID } from 'class-validator';
import { type DecidedOutcome, REFERRAL_OUTCOMES } from '#domain/referral';
import { IsDay, MaxLength, NumberFromText, Trimmed } from '../../platform/http/index.js';

/** Outcomes that can be recorded (結果); every attempt begins as `pending`. */
export const DECIDED_OUTCOMES = REFERRAL_OUTCOMES.filter((outcome): outcome is DecidedOutcome => outcome !== 'pending');

/** A step on an attempt names the version it was taken on. */
export class OnVersion {
  @ApiProperty({ description: 'Version of the record that was read' })
  @NumberFromText()
  @IsNotEmpty()
  @IsInt()
  version: number;
}

/** 打診: an employer is asked about the person; the first rung of an attempt. */
export class AskEmployer {
  @ApiProperty({ format: 'uuid', description: '事業所' })
  @Trimmed()
  @IsNotEmpty()
  @IsUUID()
  employerId: string;

  @ApiPropertyOptional({ format: 'uuid', description: '求人 of this employer' })
  @Trimmed()
  @IsOptional()
  @IsUUID()
  jobOrderId?: string;

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

/** 面接の予定又は実施. */
export class ArrangeInterview extends OnVersion {
  @ApiProperty({ format: 'date', description: '面接日 (may lie ahead)' })
  @IsNotEmpty()
  @IsDay()
  interviewOn: string;
}

/** 紹介の結果. `offered` also opens an offer; `hired` and `declined` answer the offer that stands. */
export class RecordOutcome extends OnVersion {
  @ApiProperty({ enum: DECIDED_OUTCOMES, description: '結果' })
  @Trimmed()
  @IsNotEmpty()
  @IsIn(DECIDED_OUTCOMES)
  outcome: DecidedOutcome;

  @ApiProperty({ format: 'date', description: '結果の日' })
  @IsNotEmpty()
  @IsDay()
  outcomeOn: string;

  @ApiPropertyOptional({ maxLength: 1000, description: '理由; required when an offer is declined' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  outcomeReason?: string;
}
