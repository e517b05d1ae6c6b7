import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { PASSWORD_MAX, PASSWORD_MIN } from '#domain/organisation';
import { IsRowId, MaxLength } from '../../platform/http/index.js';

/** パスワードの変更. Passwords are taken as typed, spaces included. */
export class ChangePassword {
  @ApiProperty({ maxLength: PASSWORD_MAX, description: '現在のパスワード' })
  @IsNotEmpty()
  @IsString()
  @MaxLength(PASSWORD_MAX)
  currentPassword: string;

  @ApiProperty({ minLength: PASSWORD_MIN, maxLength: PASSWORD_MAX, description: '新しいパスワード' })
  @IsNotEmpty()
  @IsString()
  @MaxLength(PASSWORD_MAX)
  newPassword: string;

  @ApiPropertyOptional({ description: 'The new password once more; compared when it is sent' })
  @IsOptional()
  @IsString()
  @MaxLength(PASSWORD_MAX)
  repeatedPassword?: string;
}

/** 拠点の切替: work goes on at another of one's sites. */
export class SwitchSite {
  @ApiProperty({ description: '拠点 (site id), one of `siteIds` of GET /api/v1/me' })
  @IsNotEmpty()
  @IsRowId()
  siteId: number;
}
