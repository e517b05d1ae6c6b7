import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { IsDay, MaxLength, Trimmed } from '../../platform/http/index.js';

const CODE_MAX = 50;

/** 対象者区分 of a person from a day on. */
export class AddGroup {
  @ApiProperty({ description: '対象者区分 (code of the site)' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(CODE_MAX)
  groupCode: string;

  @ApiProperty({ format: 'date', description: '該当した日' })
  @IsNotEmpty()
  @IsDay()
  startsOn: string;

  @ApiPropertyOptional({ format: 'date', description: 'この日から該当しない' })
  @IsOptional()
  @IsDay()
  endsOn?: string;
}

export class EndGroup {
  @ApiProperty({ format: 'date', description: 'この日から該当しない' })
  @IsNotEmpty()
  @IsDay()
  endsOn: string;
}
