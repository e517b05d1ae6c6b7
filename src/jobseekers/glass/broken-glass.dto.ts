import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsString } from 'class-validator';
import { MaxLength, Trimmed } from '../../platform/http/index.js';

const NUMBER_MAX = 20;
const TEXT_MAX = 1000;
export const GLASS_REVIEWS = ['approved', 'flagged'] as const;

/** 緊急の閲覧. */
export class BreakGlass {
  @ApiProperty({ maxLength: NUMBER_MAX, description: '整理番号' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(NUMBER_MAX)
  number: string;

  @ApiProperty({ maxLength: TEXT_MAX, description: '緊急に開く理由' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(TEXT_MAX)
  reason: string;
}

/** 緊急の閲覧の確認. */
export class ReviewGlass {
  @ApiProperty({ enum: GLASS_REVIEWS, description: '問題なし・問題あり' })
  @IsNotEmpty()
  @IsIn(GLASS_REVIEWS)
  state: (typeof GLASS_REVIEWS)[number];

  @ApiProperty({ maxLength: TEXT_MAX, description: '確認した内容' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(TEXT_MAX)
  note: string;
}

/** 支援措置の解除の申出. */
export class LiftProtection {
  @ApiProperty({ maxLength: TEXT_MAX, description: '解除する理由' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(TEXT_MAX)
  reason: string;
}
