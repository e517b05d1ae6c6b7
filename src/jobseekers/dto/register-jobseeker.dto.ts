import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsBoolean, IsOptional, IsString } from 'class-validator';
import { BooleanFromText, IsDay, ListFromForm, MaxItems, MaxLength } from '../../platform/http/index.js';
import { PersonFields } from './person-fields.dto.js';

const GROUPS_MAX = 20;
const CODE_MAX = 50;

/** 求職者の登録. */
export class RegisterJobseeker extends PersonFields {
  @ApiPropertyOptional({ format: 'date', description: '登録日; today unless given' })
  @IsOptional()
  @IsDay()
  registeredOn?: string;

  @ApiPropertyOptional({
    type: [String],
    description: '対象者区分 (codes of the site), held from the day of registration',
  })
  @ListFromForm()
  @IsArray()
  @MaxItems(GROUPS_MAX)
  @IsString({ each: true })
  @MaxLength(CODE_MAX, { each: true })
  groups: string[] = [];

  @ApiPropertyOptional({ format: 'date', description: 'DV等支援措置の開始日; valid one year' })
  @IsOptional()
  @IsDay()
  protectedFrom?: string;

  @ApiPropertyOptional({
    default: false,
    description: 'True once the person registering has looked at the likely duplicates',
  })
  @BooleanFromText()
  @IsBoolean()
  confirmDuplicate: boolean = false;
}
