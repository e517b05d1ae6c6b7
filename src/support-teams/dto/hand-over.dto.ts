import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString } from 'class-validator';
import { HANDOVER_TEXT_MAX } from '#domain/organisation';
import { IsDay, IsId, IsVersion, MaxLength, Trimmed } from '../../platform/http/index.js';

/** 引継ぎ. */
export class HandOver {
  @ApiProperty({ format: 'uuid' })
  @IsNotEmpty()
  @IsId()
  toStaffId: string;

  @ApiProperty({ format: 'date', description: '引継ぎ日: the old assignment ends and the new one begins on it' })
  @IsNotEmpty()
  @IsDay()
  on: string;

  @ApiProperty({ maxLength: HANDOVER_TEXT_MAX, description: '引継ぎの理由' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(HANDOVER_TEXT_MAX)
  reason: string;

  @ApiProperty({ maxLength: HANDOVER_TEXT_MAX, description: '引継ぎ事項' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(HANDOVER_TEXT_MAX)
  note: string;

  @ApiProperty({ description: 'version of the assignment that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
