import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { BooleanFromText, IsId } from '../../platform/http/index.js';
import { AnswerRequest } from './answer-request.dto.js';

/** 受理, and what begins with it. */
export class AcceptRequest extends AnswerRequest {
  @ApiPropertyOptional({
    format: 'uuid',
    description:
      '国側の担当: one of the case staff of the accepting organisation; absent: whoever accepts, when they are case staff themselves, otherwise nobody',
  })
  @IsOptional()
  @IsId()
  assigneeStaffId?: string;

  @ApiPropertyOptional({
    default: true,
    description: 'チーム支援: both sides work as a team from the day of the answer, unless they do already',
  })
  @BooleanFromText()
  @IsBoolean()
  teamSupport: boolean = true;
}
