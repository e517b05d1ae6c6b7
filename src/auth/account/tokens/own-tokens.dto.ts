import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsNotEmpty, IsString, Max, Min } from 'class-validator';
import { PASSWORD_MAX } from '#domain/organisation';
import { MaxLength, NumberFromText, Trimmed } from '../../../platform/http/index.js';
import { SESSION_POLICY } from '../../session-policy.js';

const DAYS = { min: 1, max: SESSION_POLICY.ownTokenDays };

/** 自分のトークンの発行. */
export class IssueOwnToken {
  @ApiProperty({ maxLength: 100, description: '名称: what it is for' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(100)
  label: string;

  @ApiProperty({ minimum: DAYS.min, maximum: DAYS.max, description: '有効な日数' })
  @NumberFromText()
  @IsNotEmpty()
  @IsInt()
  @Min(DAYS.min, { context: DAYS })
  @Max(DAYS.max, { context: DAYS })
  days: number;

  @ApiProperty({ maxLength: PASSWORD_MAX, description: '現在のパスワード' })
  @IsNotEmpty()
  @IsString()
  @MaxLength(PASSWORD_MAX)
  currentPassword: string;
}
