import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { BENEFIT_NAME_MAX } from '#domain/jobseeker';
import { IsDay, IsVersion, MaxLength, Trimmed } from '../../platform/http/index.js';

const NOTE_MAX = 1000;

/** 給付・手当の記録. */
export class AddBenefit {
  @ApiProperty({ maxLength: BENEFIT_NAME_MAX, description: '給付・手当の名称' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(BENEFIT_NAME_MAX)
  name: string;

  @ApiProperty({ format: 'date', description: '開始日' })
  @IsNotEmpty()
  @IsDay()
  startsOn: string;

  @ApiPropertyOptional({ format: 'date', description: '終了日: the last day it is paid for' })
  @IsOptional()
  @IsDay()
  endsOn?: string;

  @ApiPropertyOptional({ maxLength: NOTE_MAX, description: '備考' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(NOTE_MAX)
  note?: string;
}

/** The end is fixed, extended or taken away. */
export class ChangeBenefitEnd {
  @ApiPropertyOptional({ format: 'date', description: '終了日; absent: open-ended' })
  @IsOptional()
  @IsDay()
  endsOn?: string | null;

  @ApiProperty({ description: 'Version that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
