import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsString } from 'class-validator';
import { MaxLength, Trimmed } from '../../platform/http/index.js';

export const DUPLICATE_DECISIONS = ['same_person', 'different'] as const;
const NOTE_MAX = 1000;

/** 重複の確認の結果. */
export class DecideDuplicate {
  @ApiProperty({ enum: DUPLICATE_DECISIONS, description: '同一人物・別人' })
  @IsNotEmpty()
  @IsIn(DUPLICATE_DECISIONS)
  state: (typeof DUPLICATE_DECISIONS)[number];

  @ApiProperty({ maxLength: NOTE_MAX, description: '判断の根拠' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(NOTE_MAX)
  note: string;
}
