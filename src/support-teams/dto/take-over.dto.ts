import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayNotEmpty, IsArray, IsIn, IsNotEmpty, ValidateNested } from 'class-validator';
import { LEFT_BEHIND_KINDS, type LeftBehindKind } from '#domain/organisation';
import { IsId, ListFromForm, MaxItems } from '../../platform/http/index.js';

const AT_ONCE_MAX = 200;

/** 担当者不在の支援ケースに主担当を決める. */
export class TakeOver {
  @ApiProperty({ format: 'uuid', description: '主担当になる職員' })
  @IsNotEmpty()
  @IsId()
  staffId: string;

  @ApiProperty({ type: [String], description: '支援ケース' })
  @ListFromForm()
  @IsArray()
  @ArrayNotEmpty()
  @MaxItems(AT_ONCE_MAX)
  @IsId({ each: true })
  caseIds: string[];
}

/** One thing whose owner left. */
export class TaskTakenOver {
  @ApiProperty({ enum: LEFT_BEHIND_KINDS, description: '次の行動・プランの手順・プランの見直し・面接の同行' })
  @IsNotEmpty()
  @IsIn(LEFT_BEHIND_KINDS)
  kind: LeftBehindKind;

  @ApiProperty({ format: 'uuid' })
  @IsNotEmpty()
  @IsId()
  id: string;
}

/** 担当者不在のすべきことに担当を決める. */
export class TakeOverTasks {
  @ApiProperty({ format: 'uuid', description: '担当になる職員' })
  @IsNotEmpty()
  @IsId()
  staffId: string;

  @ApiProperty({ type: [TaskTakenOver], description: 'すべきこと' })
  @IsArray()
  @ArrayNotEmpty()
  @MaxItems(AT_ONCE_MAX)
  @ValidateNested({ each: true })
  @Type(() => TaskTakenOver)
  tasks: TaskTakenOver[];
}
