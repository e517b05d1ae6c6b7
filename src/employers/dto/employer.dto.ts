import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { IsCursor, IsVersion, MaxLength, Trimmed } from '../../platform/http/index.js';
import { EMPLOYERS_BY_READING } from '../list-order.js';

/** 事業所 to register; the form and the API send the same. */
export class RegisterEmployer {
  @ApiProperty({ maxLength: 200, description: '事業所名' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(200)
  name: string;

  @ApiProperty({ maxLength: 200, description: 'フリガナ' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(200)
  nameKana: string;

  @ApiPropertyOptional({ maxLength: 100, description: '産業' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  industry?: string;

  @ApiPropertyOptional({ maxLength: 300, description: '所在地' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(300)
  address?: string;

  @ApiPropertyOptional({ maxLength: 20, description: '電話番号' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(20)
  phone?: string;

  @ApiPropertyOptional({ maxLength: 100, description: '担当者' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  contactPerson?: string;

  @ApiPropertyOptional({ maxLength: 4000, description: '備考' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  note?: string;
}

/** The whole record as it is to read from now on. */
export class ReviseEmployer extends RegisterEmployer {
  @ApiProperty({ description: 'Version the edit was made on' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}

export class EmployersQuery {
  @ApiPropertyOptional({ maxLength: 100, description: 'Beginning of the reading, or any part of the name' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsCursor(EMPLOYERS_BY_READING)
  after?: string;
}
