import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsNotEmpty, IsOptional, ValidateNested } from 'class-validator';
import { DEPARTURE_SCOPES, type DepartureScope, HELD_KINDS, type HeldKind } from '#domain/organisation';
import { IsDay, IsId, IsVersion, MaxItems } from '../../platform/http/index.js';

/** No colleague holds more than this at once. */
const HELD_MAX = 2000;

/** Who takes over one thing. */
export class EachSuccessor {
  @ApiProperty({ enum: HELD_KINDS, description: '担当・次の行動・プランの手順・プランの見直し・面接の同行' })
  @IsNotEmpty()
  @IsIn(HELD_KINDS)
  kind: HeldKind;

  @ApiProperty({ format: 'uuid' })
  @IsNotEmpty()
  @IsId()
  id: string;

  @ApiPropertyOptional({ format: 'uuid', description: '引継ぎ先; absent: 担当者不在' })
  @IsOptional()
  @IsId()
  staffId?: string;
}

/** 離任: leaving the organisation, or this site alone, and what becomes of what is open. */
export class Departure {
  @ApiPropertyOptional({ enum: DEPARTURE_SCOPES, description: '離任・異動の範囲; absent: the organisation' })
  @IsOptional()
  @IsIn(DEPARTURE_SCOPES)
  scope?: DepartureScope;

  @ApiProperty({ format: 'date', description: '離任日: the first day without access' })
  @IsNotEmpty()
  @IsDay()
  leavesOn: string;

  @ApiPropertyOptional({ format: 'uuid', description: '引継ぎ先, for whatever `each` does not name' })
  @IsOptional()
  @IsId()
  successorStaffId?: string;

  @ApiPropertyOptional({ description: 'what has no successor waits in the queue 「担当者不在」' })
  @IsOptional()
  @IsBoolean()
  toQueue?: boolean;

  @ApiPropertyOptional({ type: [EachSuccessor] })
  @IsOptional()
  @IsArray()
  @MaxItems(HELD_MAX)
  @ValidateNested({ each: true })
  @Type(() => EachSuccessor)
  each?: EachSuccessor[];

  @ApiProperty({ description: 'version that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}

/** 離任の取消. */
export class DepartureWithdrawal {
  @ApiProperty({ description: 'version that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
