import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsNotEmpty, IsNumber, IsOptional, IsString } from 'class-validator';
import { EMPLOYMENT_TYPES, type EmploymentType, PLACEMENT_ROUTES, type PlacementRoute } from '#domain/placement';
import { IsDay, IsId, MaxLength, NumberFromText, Trimmed } from '../../platform/http/index.js';
import { ExplainedStep, OnVersion } from '../../referrals/index.js';

export const CONTACTED = ['jobseeker', 'employer', 'both'] as const;
export const CONTACT_CHANNELS = ['desk', 'circuit', 'outreach', 'phone', 'online'] as const;

/** 就職 to record. */
export class RecordPlacement {
  @ApiProperty({ enum: PLACEMENT_ROUTES, description: '就職経路' })
  @Trimmed()
  @IsNotEmpty()
  @IsIn(PLACEMENT_ROUTES)
  route: PlacementRoute;

  @ApiPropertyOptional({ format: 'uuid', description: '紹介 it came of; required for 紹介就職' })
  @IsOptional()
  @IsId()
  referralId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: '採用 it came of, where there was no referral' })
  @IsOptional()
  @IsId()
  offerId?: string;

  @ApiPropertyOptional({
    maxLength: 200,
    description: '就職先; the employer of the referral or the offer when left out',
  })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  workplaceName?: string;

  @ApiProperty({ maxLength: 200, description: '職種' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(200)
  occupation: string;

  @ApiProperty({ format: 'date', description: '就職が決まった日' })
  @IsNotEmpty()
  @IsDay()
  decidedOn: string;

  @ApiProperty({ format: 'date', description: '就職日 (may lie ahead)' })
  @IsNotEmpty()
  @IsDay()
  startsOn: string;

  @ApiProperty({ enum: EMPLOYMENT_TYPES, description: '雇用形態' })
  @Trimmed()
  @IsNotEmpty()
  @IsIn(EMPLOYMENT_TYPES)
  employmentType: EmploymentType;

  @ApiPropertyOptional({ minimum: 0, maximum: 60, description: '週の労働時間, to a tenth of an hour' })
  @NumberFromText()
  @IsOptional()
  @IsNumber()
  weeklyHours?: number;

  @ApiPropertyOptional({ minimum: 1, maximum: 7, description: '週の日数' })
  @NumberFromText()
  @IsOptional()
  @IsNumber()
  weeklyDays?: number;

  @ApiPropertyOptional({ maxLength: 200, description: '助成金' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  subsidy?: string;
}

/** 就職の取消, for a reason. */
export class ReversePlacement extends ExplainedStep {
  @ApiProperty({ format: 'date', description: '取消日' })
  @IsNotEmpty()
  @IsDay()
  reversedOn: string;
}

/** 離職, for a reason. */
export class RecordLeaving extends ExplainedStep {
  @ApiProperty({ format: 'date', description: '離職日, the last day of work' })
  @IsNotEmpty()
  @IsDay()
  leftOn: string;
}

/** 離職の記録の取消: the leaving was recorded by mistake. */
export class WithdrawLeaving extends OnVersion {}

/** 職場定着支援の連絡. */
export class RecordContact {
  @ApiProperty({ format: 'date', description: '連絡した日' })
  @IsNotEmpty()
  @IsDay()
  contactedOn: string;

  @ApiProperty({ enum: CONTACTED, description: '相手' })
  @Trimmed()
  @IsNotEmpty()
  @IsIn(CONTACTED)
  withWhom: (typeof CONTACTED)[number];

  @ApiProperty({ enum: CONTACT_CHANNELS, description: '方法' })
  @Trimmed()
  @IsNotEmpty()
  @IsIn(CONTACT_CHANNELS)
  channel: (typeof CONTACT_CHANNELS)[number];

  @ApiProperty({ description: '在職中' })
  @Transform(({ value }: { value: unknown }) => (value === 'true' || value === 'false' ? value === 'true' : value))
  @IsNotEmpty()
  @IsBoolean()
  stillWorking: boolean;

  @ApiPropertyOptional({ maxLength: 4000, description: '内容' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  text?: string;
}
