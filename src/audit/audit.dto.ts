import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { AUDIT_CLASSES, type AuditClass } from '#activity';
import { IsCursor, IsDay, IsId, MaxLength, NumberFromText, Trimmed } from '../platform/http/index.js';
import { AUDIT_NEWEST_FIRST } from './list-order.js';

const LIMIT = { min: 1, max: 200 };

/** Filters of the audit record; all that are given must hold. */
export class AuditQuery {
  @ApiPropertyOptional({ format: 'date', description: 'first day (Asia/Tokyo)' })
  @Trimmed()
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'last day' })
  @Trimmed()
  @IsOptional()
  @IsDay()
  to?: string;

  @ApiPropertyOptional({ format: 'uuid', description: '職員' })
  @IsOptional()
  @IsId()
  staffId?: string;

  @ApiPropertyOptional({
    maxLength: 100,
    description: 'the action, or its noun: `consultation` finds `consultation.logged`',
  })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  action?: string;

  @ApiPropertyOptional({ enum: AUDIT_CLASSES, description: '操作の区分' })
  @Trimmed()
  @IsOptional()
  @IsIn(AUDIT_CLASSES)
  class?: AuditClass;

  @ApiPropertyOptional({
    enum: ['yes'],
    description: '安全に関わる操作: new places, lock-outs, resets, tokens, machines',
  })
  @Trimmed()
  @IsOptional()
  @IsIn(['yes'])
  security?: 'yes';

  @ApiPropertyOptional({ maxLength: 50, description: '求職者の番号' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(50)
  personNumber?: string;

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsCursor(AUDIT_NEWEST_FIRST)
  after?: string;

  @ApiPropertyOptional({ minimum: LIMIT.min, maximum: LIMIT.max, default: 50 })
  @IsOptional()
  @NumberFromText()
  @IsInt()
  @Min(LIMIT.min, { context: LIMIT })
  @Max(LIMIT.max, { context: LIMIT })
  limit: number = 50;
}
