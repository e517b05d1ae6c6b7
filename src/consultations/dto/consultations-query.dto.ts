import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsCursor, IsId } from '../../platform/http/index.js';
import { CONSULTATIONS_NEWEST_FIRST } from '../list-order.js';

/** Of one person or of one case. */
export class ConsultationsQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  jobseekerId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  supportCaseId?: string;

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsCursor(CONSULTATIONS_NEWEST_FIRST)
  after?: string;
}
