import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty } from 'class-validator';
import { IsMonth, Trimmed } from '../platform/http/index.js';

/** A report made by hand. */
export class MakeReport {
  @ApiProperty({ example: '2026-06', description: 'a month that is over and has no report' })
  @Trimmed()
  @IsNotEmpty()
  @IsMonth()
  month: string;
}
