import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { INTERVIEW_TEXT_MAX } from '#domain/referral';
import { BooleanFromText, IsDay, IsId, IsTimeOfDay, MaxLength, Trimmed } from '../../platform/http/index.js';
import { OnVersion } from './step.dto.js';

/** 面接の予定. Another day for the one arranged moves it; `version` is the referral's. */
export class ArrangeInterview extends OnVersion {
  @ApiProperty({ format: 'date', description: '面接日 (may lie ahead)' })
  @IsNotEmpty()
  @IsDay()
  interviewOn: string;

  @ApiPropertyOptional({ example: '10:30', description: '開始時刻' })
  @Trimmed()
  @IsOptional()
  @IsTimeOfDay()
  startsAt?: string;

  @ApiPropertyOptional({ maxLength: INTERVIEW_TEXT_MAX, description: '場所' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(INTERVIEW_TEXT_MAX)
  place?: string;

  @ApiPropertyOptional({ format: 'uuid', description: '同行する職員: somebody of either side who works at the site' })
  @IsOptional()
  @IsId()
  accompaniedBy?: string;

  @ApiPropertyOptional({
    description: '二次面接: adds one after the interview whose day has come, which was held',
    default: false,
  })
  @BooleanFromText()
  @IsOptional()
  @IsBoolean()
  further?: boolean;

  @ApiPropertyOptional({ maxLength: INTERVIEW_TEXT_MAX, description: '変更の理由' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(INTERVIEW_TEXT_MAX)
  reasonNote?: string;
}

/** 面接の中止. */
export class CancelInterview extends OnVersion {
  @ApiProperty({ format: 'date', description: '中止が決まった日' })
  @IsNotEmpty()
  @IsDay()
  cancelledOn: string;

  @ApiPropertyOptional({ maxLength: INTERVIEW_TEXT_MAX, description: '中止の理由' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(INTERVIEW_TEXT_MAX)
  reasonNote?: string;
}
