import { ApiProperty } from '@nestjs/swagger';
import { ArrayNotEmpty, IsArray, IsIn, IsNotEmpty, IsString } from 'class-validator';
import { MACHINE_SCOPES, type MachineScope } from '#access';
import { PASSWORD_MAX } from '#domain/organisation';
import { IsDay, IsId, MaxItems, MaxLength, Trimmed } from '../../platform/http/index.js';

/** 所有者の依頼: who is to answer for a machine. */
export class AskOwner {
  @ApiProperty({
    format: 'uuid',
    description: '所有者 (staff id): of one’s own organisation, may do themselves what the machine does',
  })
  @IsNotEmpty()
  @IsId()
  ownerId: string;
}

/** 連携用アカウントの作成. */
export class AddMachineAccount extends AskOwner {
  @ApiProperty({ maxLength: 100, description: '名称: which machine uses it' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(100)
  name: string;

  @ApiProperty({ enum: MACHINE_SCOPES, isArray: true, description: '連携の範囲' })
  @IsArray()
  @ArrayNotEmpty()
  @MaxItems(MACHINE_SCOPES.length)
  @IsIn(MACHINE_SCOPES, { each: true })
  scopes: MachineScope[];

  @ApiProperty({ format: 'date', description: '終了日: the first day without access' })
  @IsNotEmpty()
  @IsDay()
  endsOn: string;
}

/** 連携用アカウントのトークンの発行. */
export class IssueMachineToken {
  @ApiProperty({ maxLength: PASSWORD_MAX, description: '現在のパスワード' })
  @IsNotEmpty()
  @IsString()
  @MaxLength(PASSWORD_MAX)
  currentPassword: string;
}
