import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsNotEmpty, IsOptional, IsString, ValidateNested } from 'class-validator';
import { OWNER_SIDES, type OwnerSide, TASK_TITLE_MAX } from '#domain/task';
import { IsDay, IsId, MaxItems, MaxLength, Trimmed } from '../../platform/http/index.js';
import { ConsultationFields } from './consultation-fields.dto.js';

const NEXT_ACTIONS_MAX = 10;

/** 次の行動: what is to be done by a day, and whose it is. */
export class NewNextAction {
  @ApiProperty({ maxLength: TASK_TITLE_MAX })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(TASK_TITLE_MAX)
  title: string;

  @ApiProperty({ format: 'date', description: '期限' })
  @IsNotEmpty()
  @IsDay()
  dueOn: string;

  @ApiProperty({ enum: OWNER_SIDES, description: '担当側' })
  @IsNotEmpty()
  @IsIn(OWNER_SIDES)
  ownerSide: OwnerSide;

  @ApiPropertyOptional({ format: 'uuid', description: '担当者, a member of staff of that side' })
  @IsOptional()
  @IsId()
  ownerStaffId?: string;
}

/** 相談の記録. */
export class LogConsultation extends ConsultationFields {
  @ApiProperty({ format: 'uuid', description: '求職者' })
  @IsNotEmpty()
  @IsId()
  jobseekerId: string;

  @ApiPropertyOptional({ type: [NewNextAction], description: '次の行動' })
  @IsOptional()
  @IsArray()
  @MaxItems(NEXT_ACTIONS_MAX)
  @ValidateNested({ each: true })
  @Type(() => NewNextAction)
  nextActions?: NewNextAction[];
}
