import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString } from 'class-validator';
import { IsVersion, MaxLength, Trimmed } from '../../../platform/http/index.js';
import { STEP_TEXT_MAX } from '../../steps/dto/take-step.dto.js';

/** 終了の取消. */
export class WithdrawClosing {
  @ApiProperty({ maxLength: STEP_TEXT_MAX, description: '取り消す理由' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(STEP_TEXT_MAX)
  reason: string;

  @ApiProperty({ description: 'version of the case that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
