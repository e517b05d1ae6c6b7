import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { type Side, SIDES } from '#access';
import { GROUP_CATEGORIES, type GroupCategory, SHARING_CATEGORIES, type SharingCategory } from '#domain/sharing';
import { PLAN_COUNTS_WHEN, type PlanCountsWhen } from '#domain/support-plan';
import {
  INT_MAX,
  IsDay,
  IsVersion,
  IsWholeNumber,
  ListFromForm,
  MaxItems,
  MaxLength,
  NumberFromText,
  Trimmed,
} from '../../platform/http/index.js';
import { CODE_PATTERN, IsCode } from './code.js';

const NAME_MAX = 100;
const TEXT_MAX = 1000;
const LIST_MAX = 50;
const EDITABLE_MINUTES = { min: 0, max: 43_200 };
const STALLED_DAYS = { min: 1, max: 365 };
const SMALL_NUMBERS = { min: 2, max: 50 };
const GLASS_MINUTES = { min: 5, max: 1440 };
const GUARDIAN_AGE = { min: 15, max: 20 };
export const PROTECTION_LIFT_BY = ['two', 'one'] as const;

/** What every edit sends: the version that was read. */
class Versioned {
  @ApiProperty({ description: 'version that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}

class Named extends Versioned {
  @ApiProperty({ maxLength: NAME_MAX, description: '名称' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(NAME_MAX)
  name: string;
}

/** 拠点とその設定. */
export class EditSite extends Named {
  @ApiProperty({ format: 'date', description: '事業開始日' })
  @IsNotEmpty()
  @IsDay()
  openedOn: string;

  @ApiProperty({ enum: PLAN_COUNTS_WHEN, description: 'プラン策定者と数える時点' })
  @IsNotEmpty()
  @IsIn(PLAN_COUNTS_WHEN)
  planCountsWhen: PlanCountsWhen;

  @ApiProperty({
    minimum: EDITABLE_MINUTES.min,
    maximum: EDITABLE_MINUTES.max,
    description: '相談記録を直接修正できる時間(分)',
  })
  @NumberFromText()
  @IsNotEmpty()
  @IsInt()
  @Min(EDITABLE_MINUTES.min, { context: EDITABLE_MINUTES })
  @Max(EDITABLE_MINUTES.max, { context: EDITABLE_MINUTES })
  consultationEditableMinutes: number;

  @ApiProperty({ minimum: STALLED_DAYS.min, maximum: STALLED_DAYS.max, description: '連絡なしとみなす日数' })
  @NumberFromText()
  @IsNotEmpty()
  @IsInt()
  @Min(STALLED_DAYS.min, { context: STALLED_DAYS })
  @Max(STALLED_DAYS.max, { context: STALLED_DAYS })
  stalledAfterDays: number;

  @ApiProperty({
    minimum: SMALL_NUMBERS.min,
    maximum: SMALL_NUMBERS.max,
    description: 'これより少ない件数は、閲覧できない人の数として示さない',
  })
  @NumberFromText()
  @IsNotEmpty()
  @IsInt()
  @Min(SMALL_NUMBERS.min, { context: SMALL_NUMBERS })
  @Max(SMALL_NUMBERS.max, { context: SMALL_NUMBERS })
  smallNumberLimit: number;

  @ApiProperty({
    minimum: GLASS_MINUTES.min,
    maximum: GLASS_MINUTES.max,
    description: '緊急に開いた記録を閲覧できる分数',
  })
  @NumberFromText()
  @IsNotEmpty()
  @IsInt()
  @Min(GLASS_MINUTES.min, { context: GLASS_MINUTES })
  @Max(GLASS_MINUTES.max, { context: GLASS_MINUTES })
  glassMinutes: number;

  @ApiProperty({ enum: PROTECTION_LIFT_BY, description: '支援措置の解除に要る人数' })
  @IsNotEmpty()
  @IsIn(PROTECTION_LIFT_BY)
  protectionLiftBy: (typeof PROTECTION_LIFT_BY)[number];

  @ApiProperty({
    minimum: GUARDIAN_AGE.min,
    maximum: GUARDIAN_AGE.max,
    description: '参加の同意に保護者の同意も要る年齢(未満)',
  })
  @NumberFromText()
  @IsNotEmpty()
  @IsInt()
  @Min(GUARDIAN_AGE.min, { context: GUARDIAN_AGE })
  @Max(GUARDIAN_AGE.max, { context: GUARDIAN_AGE })
  guardianAgeParticipation: number;

  @ApiProperty({
    minimum: GUARDIAN_AGE.min,
    maximum: GUARDIAN_AGE.max,
    description: '情報共有の同意に保護者の同意も要る年齢(未満)',
  })
  @NumberFromText()
  @IsNotEmpty()
  @IsInt()
  @Min(GUARDIAN_AGE.min, { context: GUARDIAN_AGE })
  @Max(GUARDIAN_AGE.max, { context: GUARDIAN_AGE })
  guardianAgeSharing: number;
}

/** 対象者区分: the groups this site helps. */
export class ChooseGroups extends Versioned {
  @ApiProperty({ type: [String], description: 'codes of target groups' })
  @ListFromForm()
  @IsArray()
  @ArrayNotEmpty()
  @MaxItems(LIST_MAX)
  @IsString({ each: true })
  @MaxLength(NAME_MAX, { each: true })
  codes: string[];
}

/** 協定. */
export class AgreementFields {
  @ApiProperty({ format: 'date', description: '協定締結日' })
  @IsNotEmpty()
  @IsDay()
  concludedOn: string;

  @ApiProperty({ maxLength: TEXT_MAX, description: '締結者' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(TEXT_MAX)
  parties: string;

  @ApiPropertyOptional({ maxLength: TEXT_MAX, description: '概要' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(TEXT_MAX)
  summary?: string;

  @ApiPropertyOptional({ format: 'date', description: '終期' })
  @IsOptional()
  @IsDay()
  endsOn?: string;
}

export class EditAgreement extends AgreementFields {
  @ApiProperty({ description: 'version that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}

/** 運営協議会の委員, by organisation and post: councils sit by office, not by person. */
export class CouncilMemberFields {
  @ApiProperty({ maxLength: NAME_MAX, description: '機関名' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(NAME_MAX)
  organisationName: string;

  @ApiProperty({ maxLength: NAME_MAX, description: '職名' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(NAME_MAX)
  post: string;
}

/** 運営協議会; `version` 0 founds it. */
export class EditCouncil extends Named {
  @ApiPropertyOptional({ maxLength: NAME_MAX, description: '会長(職)' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(NAME_MAX)
  chair?: string;

  @ApiPropertyOptional({ maxLength: NAME_MAX, description: '開催時期' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(NAME_MAX)
  meets?: string;

  @ApiProperty({ type: [CouncilMemberFields], description: '委員' })
  @IsArray()
  @MaxItems(LIST_MAX)
  @ValidateNested({ each: true })
  @Type(() => CouncilMemberFields)
  members: CouncilMemberFields[];
}

class Coded {
  @ApiProperty({ pattern: CODE_PATTERN, description: '符号' })
  @Trimmed()
  @IsNotEmpty()
  @IsCode()
  code: string;

  @ApiProperty({ maxLength: NAME_MAX, description: '名称' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(NAME_MAX)
  name: string;
}

/** A third party that takes part on one of the sides (財団, NPO). */
export class AddOrganisation extends Coded {
  @ApiProperty({ enum: SIDES, description: '自治体側／国側' })
  @IsNotEmpty()
  @IsIn(SIDES)
  side: Side;
}

export class RenameOrganisation extends Named {}

export class AddDesk extends Coded {}

export class EditDesk extends Named {
  @ApiPropertyOptional({ format: 'date', description: '閉所日' })
  @IsOptional()
  @IsDay()
  closedOn?: string;

  @ApiPropertyOptional({
    description: '閉所する窓口の支援ケースの移し先 (desk id; 0: none), asked for where a desk with open cases closes',
  })
  @IsOptional()
  @IsWholeNumber({ min: 0, max: INT_MAX })
  moveCasesTo?: number;
}

/** 対象者区分 that no site had yet. */
export class AddTargetGroup extends Coded {
  @ApiPropertyOptional({
    enum: GROUP_CATEGORIES,
    description:
      '共有の区分: what it tells of a person, and so is shared by; proposed by words in its name where it is not said',
  })
  @IsOptional()
  @IsIn(GROUP_CATEGORIES)
  category?: GroupCategory;
}

export class AddProgramme extends Coded {
  @ApiProperty({ type: [String], description: '省略できる段階' })
  @ListFromForm()
  @IsArray()
  @MaxItems(LIST_MAX)
  @IsString({ each: true })
  @MaxLength(NAME_MAX, { each: true })
  optionalSteps: string[] = [];

  @ApiPropertyOptional({
    enum: SHARING_CATEGORIES,
    isArray: true,
    description: '同意書で初めに選ばれる共有の区分; none: the usual ones',
  })
  @ListFromForm()
  @IsArray()
  @MaxItems(SHARING_CATEGORIES.length)
  @IsIn(SHARING_CATEGORIES, { each: true })
  usualCategories: SharingCategory[] = [];
}

export class EditProgramme extends Named {
  @ApiProperty({ type: [String], description: '省略できる段階' })
  @ListFromForm()
  @IsArray()
  @MaxItems(LIST_MAX)
  @IsString({ each: true })
  @MaxLength(NAME_MAX, { each: true })
  optionalSteps: string[] = [];

  @ApiPropertyOptional({
    enum: SHARING_CATEGORIES,
    isArray: true,
    description: '同意書で初めに選ばれる共有の区分; none: the usual ones',
  })
  @ListFromForm()
  @IsArray()
  @MaxItems(SHARING_CATEGORIES.length)
  @IsIn(SHARING_CATEGORIES, { each: true })
  usualCategories: SharingCategory[] = [];
}
