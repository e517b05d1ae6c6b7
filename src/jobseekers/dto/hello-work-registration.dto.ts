import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString } from 'class-validator';
import { NAME_MAX } from '#domain/jobseeker';
import { IsDay, MaxLength, Trimmed } from '../../platform/http/index.js';

/** 求職登録. */
export class HelloWorkRegistration {
  @ApiProperty({ maxLength: NAME_MAX, description: '求職番号', example: '13010-00000000' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(NAME_MAX)
  helloWorkNumber: string;

  @ApiProperty({ format: 'date', description: '求職登録日' })
  @IsNotEmpty()
  @IsDay()
  helloWorkRegisteredOn: string;
}
