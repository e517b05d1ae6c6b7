import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { TEAM_ROLE_MAX } from '#domain/support-case';
import { IsDay, IsId, MaxLength, Trimmed } from '../../platform/http/index.js';

/** 担当の割当. */
export class AssignStaff {
  @ApiProperty({ format: 'uuid' })
  @IsNotEmpty()
  @IsId()
  staffId: string;

  @ApiProperty({ maxLength: TEAM_ROLE_MAX, description: '支援チームでの役割' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(TEAM_ROLE_MAX)
  role: string;

  @ApiProperty({ format: 'date', description: '担当の開始日' })
  @IsNotEmpty()
  @IsDay()
  startsOn: string;

  @ApiPropertyOptional({ format: 'date', description: 'the first day without it' })
  @IsOptional()
  @IsDay()
  endsOn?: string;
}
