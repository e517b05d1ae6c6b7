import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { IsId, MaxLength, Trimmed } from '../../../platform/http/index.js';

/** Of a form about an employer: first the search for one, then the one chosen. */
export class ChooseEmployerQuery {
  @ApiPropertyOptional({ maxLength: 100 })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  employer?: string;
}
