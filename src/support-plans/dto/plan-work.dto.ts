import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { PLAN_TEXT_MAX } from '#domain/support-plan';
import { TASK_STATES, type TaskState } from '#domain/task';
import { IsDay, IsVersion, MaxLength, Trimmed } from '../../platform/http/index.js';

export { PlanAReview } from './plan-fields.dto.js';

/** 手順の状態. */
export class FinishPlanStep {
  @ApiProperty({ enum: TASK_STATES })
  @IsNotEmpty()
  @IsIn(TASK_STATES)
  state: TaskState;

  @ApiPropertyOptional({ format: 'date', description: '完了・取りやめの日; absent: today' })
  @IsOptional()
  @IsDay()
  doneOn?: string;

  @ApiProperty({ description: 'version of the step that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}

/** 見直しの実施. */
export class HoldPlanReview {
  @ApiProperty({ format: 'date', description: '実施日' })
  @IsNotEmpty()
  @IsDay()
  heldOn: string;

  @ApiProperty({ maxLength: PLAN_TEXT_MAX, description: '見直しの結果' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(PLAN_TEXT_MAX)
  outcome: string;

  @ApiProperty({ description: 'version of the review that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
