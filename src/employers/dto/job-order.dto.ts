import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { POSITIONS } from '#domain/employer';
import { EMPLOYMENT_TYPES, type EmploymentType } from '#domain/placement';
import { IsDay, IsId, IsVersion, IsWholeNumber, MaxLength, Trimmed } from '../../platform/http/index.js';

/** 求人 to receive. */
export class ReceiveJobOrder {
  @ApiPropertyOptional({ maxLength: 40, description: '求人番号' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(40)
  orderNumber?: string;

  @ApiProperty({ maxLength: 200, description: '職種' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(200)
  title: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 999, default: 1, description: '求人数（人）' })
  @IsOptional()
  @IsWholeNumber(POSITIONS)
  positions?: number;

  @ApiPropertyOptional({ enum: EMPLOYMENT_TYPES })
  @Trimmed()
  @IsOptional()
  @IsIn(EMPLOYMENT_TYPES)
  employmentType?: EmploymentType;

  @ApiPropertyOptional({ maxLength: 4000, description: '条件' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  conditions?: string;

  @ApiProperty({ format: 'date', description: '受理日' })
  @IsNotEmpty()
  @IsDay()
  receivedOn: string;

  @ApiPropertyOptional({ format: 'date', description: '有効期限' })
  @Trimmed()
  @IsOptional()
  @IsDay()
  validUntil?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'この人のために得た求人: the one person it was obtained for' })
  @IsOptional()
  @IsId()
  forJobseekerId?: string;
}

/** The whole order as it is to read from now on. */
export class ReviseJobOrder extends ReceiveJobOrder {
  @ApiProperty({ description: 'Version the edit was made on' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
