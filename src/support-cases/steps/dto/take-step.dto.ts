import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { type CaseAction, CLOSE_REASONS, type CloseReason } from '#domain/support-case';
import { IsDay, IsVersion, MaxLength, Trimmed } from '../../../platform/http/index.js';

/** Actions taken by hand. The others follow a record: a support request and its answer, an offer, a placement. */
export const ACTIONS_BY_HAND = [
  'pick_candidate',
  'record_consent',
  'record_interview',
  'record_conference',
  'adopt_plan',
  'start_support',
  'suspend',
  'resume',
  'start_follow_up',
  'close',
] as const satisfies readonly CaseAction[];

export const STEP_TEXT_MAX = 2000;

/** 状態を進める. */
export class TakeStep {
  @ApiProperty({ enum: ACTIONS_BY_HAND })
  @IsNotEmpty()
  @IsIn(ACTIONS_BY_HAND)
  action: (typeof ACTIONS_BY_HAND)[number];

  @ApiProperty({ format: 'date', description: 'the day it happened' })
  @IsNotEmpty()
  @IsDay()
  on: string;

  @ApiPropertyOptional({ maxLength: STEP_TEXT_MAX, description: '理由' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(STEP_TEXT_MAX)
  reason?: string;

  @ApiPropertyOptional({ maxLength: STEP_TEXT_MAX, description: '備考' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(STEP_TEXT_MAX)
  note?: string;

  @ApiPropertyOptional({ format: 'date', description: '中断: 見直し日' })
  @IsOptional()
  @IsDay()
  reviewOn?: string;

  @ApiPropertyOptional({ enum: CLOSE_REASONS, description: '終了理由' })
  @Trimmed()
  @IsOptional()
  @IsIn(CLOSE_REASONS)
  closeReason?: CloseReason;

  @ApiProperty({ description: 'version of the case that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
