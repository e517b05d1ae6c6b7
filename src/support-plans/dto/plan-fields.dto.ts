import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsNotEmpty, IsOptional, IsString, ValidateNested } from 'class-validator';
import { PLAN_STEPS_MAX, PLAN_TEXT_MAX } from '#domain/support-plan';
import { OWNER_SIDES, type OwnerSide, TASK_TITLE_MAX } from '#domain/task';
import { IsDay, IsId, IsVersion, MaxItems, MaxLength, Trimmed } from '../../platform/http/index.js';

const REVIEWS_MAX = 12;

/** 手順: a fall-back (分岐) has what should have come about, a day to decide on, and the step it falls back from. */
export class PlanStepFields {
  @ApiPropertyOptional({
    format: 'uuid',
    description:
      'the step as it is known over all versions; a new step may be given one, so that a fall-back can name it',
  })
  @IsOptional()
  @IsId()
  stepKey?: string;

  @ApiProperty({ maxLength: TASK_TITLE_MAX, description: '手順' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(TASK_TITLE_MAX)
  title: string;

  @ApiProperty({ enum: OWNER_SIDES, description: '担当側' })
  @IsNotEmpty()
  @IsIn(OWNER_SIDES)
  ownerSide: OwnerSide;

  @ApiPropertyOptional({ format: 'uuid', description: '担当者, a member of staff of that side' })
  @IsOptional()
  @IsId()
  ownerStaffId?: string | null;

  @ApiPropertyOptional({ format: 'date', description: '期限; a fall-back may do without' })
  @IsOptional()
  @IsDay()
  dueOn?: string | null;

  @ApiPropertyOptional({
    maxLength: PLAN_TEXT_MAX,
    description: '分岐の見込み: what should have come about by branchOn; the step is taken only if it has not',
  })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(PLAN_TEXT_MAX)
  branchCondition?: string | null;

  @ApiPropertyOptional({ format: 'date', description: '分岐の判断日' })
  @IsOptional()
  @IsDay()
  branchOn?: string | null;

  @ApiPropertyOptional({ format: 'uuid', description: '分岐元: stepKey of a step above' })
  @IsOptional()
  @IsId()
  branchOf?: string | null;
}

/** 見直しの予定. */
export class PlanAReview {
  @ApiProperty({ format: 'date', description: '見直し予定日' })
  @IsNotEmpty()
  @IsDay()
  dueOn: string;

  @ApiPropertyOptional({ format: 'uuid', description: '担当者' })
  @IsOptional()
  @IsId()
  ownerStaffId?: string | null;
}

/** プランの作成; the form and the API send the same. */
export class DrawUpPlan {
  @ApiProperty({ maxLength: PLAN_TEXT_MAX, description: '目標' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(PLAN_TEXT_MAX)
  goal: string;

  @ApiPropertyOptional({ maxLength: PLAN_TEXT_MAX, description: '課題・状況' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(PLAN_TEXT_MAX)
  situation?: string;

  @ApiProperty({ format: 'date', description: '作成日' })
  @IsNotEmpty()
  @IsDay()
  drawnUpOn: string;

  @ApiProperty({ type: [PlanStepFields], description: '手順, in order' })
  @IsArray()
  @MaxItems(PLAN_STEPS_MAX)
  @ValidateNested({ each: true })
  @Type(() => PlanStepFields)
  steps: PlanStepFields[] = [];

  @ApiPropertyOptional({ type: [PlanAReview], description: '見直しの予定, added to those there are' })
  @IsArray()
  @MaxItems(REVIEWS_MAX)
  @ValidateNested({ each: true })
  @Type(() => PlanAReview)
  reviews: PlanAReview[] = [];
}

/** プランの作成又は変更: with `version` the plan that is there is changed, without it the first one is drawn up. */
export class WritePlan extends DrawUpPlan {
  @ApiPropertyOptional({ maxLength: PLAN_TEXT_MAX, description: '変更の理由; required from the second version on' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(PLAN_TEXT_MAX)
  reason?: string;

  @ApiPropertyOptional({ description: 'version of the plan that was read' })
  @IsOptional()
  @IsVersion()
  version?: number;
}

/** プランの変更. */
export type RevisePlan = WritePlan & { readonly version: number };
