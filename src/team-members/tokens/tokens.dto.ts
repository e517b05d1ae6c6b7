import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsNotEmpty, IsString, Max, Min } from 'class-validator';
import { SESSION_POLICY } from '../../auth/index.js';
import { IsId, MaxLength, NumberFromText, Trimmed } from '../../platform/http/index.js';

const DAYS = { min: 1, max: SESSION_POLICY.machineTokenDays };

/** 連携用トークンの発行. */
export class IssueToken {
  @ApiProperty({ maxLength: 100, description: '名称: which machine uses it' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(100)
  label: string;

  @ApiProperty({ format: 'uuid', description: "The staff member whose permissions it has, of one's own organisation" })
  @IsNotEmpty()
  @IsId()
  staffId: string;

  @ApiProperty({ minimum: DAYS.min, maximum: DAYS.max, description: '有効な日数' })
  @NumberFromText()
  @IsNotEmpty()
  @IsInt()
  @Min(DAYS.min, { context: DAYS })
  @Max(DAYS.max, { context: DAYS })
  days: number;
}
