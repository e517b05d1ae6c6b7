import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsNotEmpty } from 'class-validator';
import { BooleanFromText, IsRowId } from '../../platform/http/index.js';

/** 相手の機関の氏名・生年月日を確かめた結果. */
export class CompareIdentity {
  @ApiProperty({ description: 'Organisation whose record was looked at' })
  @IsNotEmpty()
  @IsRowId()
  organisationId: number;

  @ApiProperty({
    description:
      'True: its name and birth date become ours too; false: ours stay, and it is not asked again until it changes them',
  })
  @BooleanFromText()
  @IsBoolean()
  takeOver: boolean;
}
