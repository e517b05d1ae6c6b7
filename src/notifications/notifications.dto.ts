import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsId } from '../platform/http/index.js';

export class ReadAll {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'the newest notice that was seen; left out, everything until now',
  })
  @IsOptional()
  @IsId()
  upTo?: string;
}
