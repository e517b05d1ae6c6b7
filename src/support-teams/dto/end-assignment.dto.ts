import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty } from 'class-validator';
import { IsDay, IsVersion } from '../../platform/http/index.js';

/** 担当の終了. */
export class EndAssignment {
  @ApiProperty({ format: 'date', description: 'the first day without it' })
  @IsNotEmpty()
  @IsDay()
  endsOn: string;

  @ApiProperty({ description: 'version of the assignment that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
