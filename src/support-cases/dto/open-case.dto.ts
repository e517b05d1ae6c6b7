import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { TEAM_ROLE_MAX } from '#domain/support-case';
import { BooleanFromText, IsDay, IsId, IsRowId, MaxLength, Trimmed } from '../../platform/http/index.js';

/** 支援期間の開始; the form and the API send the same. */
export class OpenCase {
  @ApiProperty({ format: 'uuid' })
  @IsNotEmpty()
  @IsId()
  jobseekerId: string;

  @ApiProperty({ description: '事業・プログラム (id)' })
  @IsNotEmpty()
  @IsRowId()
  programmeId: number;

  @ApiPropertyOptional({ description: '窓口 (desk id)' })
  @IsOptional()
  @IsRowId()
  deskId?: number;

  @ApiProperty({ format: 'date', description: '支援開始日' })
  @IsNotEmpty()
  @IsDay()
  openedOn: string;

  @ApiPropertyOptional({ default: false, description: 'チーム支援: both sides work as a team from the first day' })
  @BooleanFromText()
  @IsBoolean()
  teamSupport: boolean = false;

  @ApiProperty({ maxLength: TEAM_ROLE_MAX, description: '開始する職員の支援チームでの役割' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(TEAM_ROLE_MAX)
  role: string;
}
