import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsDay } from '../../platform/http/index.js';

/** 撤回の前の確認. */
export class PreviewWithdrawal {
  @ApiPropertyOptional({ format: 'date', description: '撤回日; today where it is not said' })
  @IsOptional()
  @IsDay()
  withdrawnOn?: string;
}
