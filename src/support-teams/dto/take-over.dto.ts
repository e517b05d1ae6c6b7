import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsNotEmpty, IsUUID } from 'class-validator';
import { ListFromForm, Trimmed } from '../../platform/http/index.js';

const CASES_MAX = 200;

/** 担当者不在の支援ケースに主担当を決める. */
export class TakeOver {
  @ApiProperty({ format: 'uuid', description: '主担当になる職員' })
  @Trimmed()
  @IsNotEmpty()
  @IsUUID()
  staffId: string;

  @ApiProperty({ type: [String], description: '支援ケース' })
  @ListFromForm()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(CASES_MAX, { context: { max: CASES_MAX } })
  @IsUUID(undefined, { each: true })
  caseIds: string[];
}
