import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { Trimmed } from '../platform/http/index.js';

export class ReadAll {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'the newest notice that was seen; left out, everything until now',
  })
  @Trimmed()
  @IsOptional()
  @IsUUID()
  upTo?: string;
}
