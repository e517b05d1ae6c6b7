import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsNotEmpty, IsOptional, Max, Min } from 'class-validator';
import { IsDay, IsRowId, NumberFromText } from '../../platform/http/index.js';

export const VISIT_PURPOSES = ['use', 'consultation', 'search', 'event', 'other'] as const;

/** People counted at the door; the form and the API send the same. */
export class RecordVisit {
  @ApiPropertyOptional({ description: '窓口 (desk id)' })
  @IsOptional()
  @IsRowId()
  deskId?: number;

  @ApiProperty({ format: 'date', description: '来所日' })
  @IsNotEmpty()
  @IsDay()
  visitedOn: string;

  @ApiProperty({ minimum: 1, maximum: 1000, description: '人数' })
  @NumberFromText()
  @IsNotEmpty()
  @IsInt()
  @Min(1, { context: { min: 1, max: 1000 } })
  @Max(1000, { context: { min: 1, max: 1000 } })
  quantity: number;

  @ApiPropertyOptional({ enum: VISIT_PURPOSES, default: 'use' })
  @IsOptional()
  @IsIn(VISIT_PURPOSES)
  purpose: (typeof VISIT_PURPOSES)[number] = 'use';
}
