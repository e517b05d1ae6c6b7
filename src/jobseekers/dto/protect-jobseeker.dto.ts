import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty } from 'class-validator';
import { IsDay } from '../../platform/http/index.js';

/** DV等支援措置の登録. */
export class ProtectJobseeker {
  @ApiProperty({ format: 'date', description: '支援措置の開始日; valid one year' })
  @IsNotEmpty()
  @IsDay()
  startsOn: string;
}
