import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional } from 'class-validator';
import { TASK_STATES, type TaskState } from '#domain/task';
import { IsDay, IsVersion } from '../../platform/http/index.js';

const ENDED_STATES = TASK_STATES.filter((state) => state !== 'open');

/** 次の行動の完了又は取りやめ. */
export class FinishNextAction {
  @ApiProperty({ enum: ENDED_STATES })
  @IsNotEmpty()
  @IsIn(ENDED_STATES)
  state: Exclude<TaskState, 'open'>;

  @ApiPropertyOptional({ format: 'date', description: '完了日 or the day it was dropped; today when absent' })
  @IsOptional()
  @IsDay()
  doneOn?: string;

  @ApiProperty({ description: 'Version that was read; an older one is refused with stale_edit' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
