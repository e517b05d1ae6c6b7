import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { type Role, ROLES } from '#access';
import { PASSWORD_MAX, PASSWORD_MIN } from '#domain/organisation';
import { IsDay, IsRowId, IsVersion, MaxLength, Trimmed } from '../../platform/http/index.js';
import { IsLogin, LOGIN_PATTERN } from './login.js';

/** What is said of a staff member and may change. */
export class StaffFields {
  @ApiProperty({ maxLength: 100, description: '氏名' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(100)
  name: string;

  @ApiProperty({ maxLength: 100, description: 'フリガナ; kept in katakana' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(100)
  nameKana: string;

  @ApiPropertyOptional({ maxLength: 100, description: '職名; no permission hangs on it' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  title?: string;

  @ApiProperty({ enum: ROLES, description: '権限' })
  @IsNotEmpty()
  @IsIn(ROLES)
  role: Role;

  @ApiPropertyOptional({ description: '窓口 (desk id)' })
  @IsOptional()
  @IsRowId()
  deskId?: number;
}

/** 職員の登録, in the administrator's own organisation and at the site. */
export class RegisterStaff extends StaffFields {
  @ApiProperty({ pattern: LOGIN_PATTERN, description: 'ログインID' })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @IsLogin()
  login: string;

  @ApiProperty({
    minLength: PASSWORD_MIN,
    maxLength: PASSWORD_MAX,
    description: '初回のパスワード; to be changed at the first sign-in',
  })
  @IsNotEmpty()
  @IsString()
  @MaxLength(PASSWORD_MAX)
  password: string;

  @ApiPropertyOptional({ format: 'date', description: '利用開始日; today unless given' })
  @IsOptional()
  @IsDay()
  startsOn?: string;
}

export class EditStaff extends StaffFields {
  @ApiProperty({ description: 'version that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}

/** この拠点で働き始める. */
export class SiteAssignment {
  @ApiProperty({ format: 'date', description: 'この拠点での開始日' })
  @IsNotEmpty()
  @IsDay()
  startsOn: string;

  @ApiPropertyOptional({ description: '窓口 (desk id)' })
  @IsOptional()
  @IsRowId()
  deskId?: number;

  @ApiProperty({ description: 'version that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}

/** パスワードの再設定. */
export class ResetPassword {
  @ApiProperty({
    minLength: PASSWORD_MIN,
    maxLength: PASSWORD_MAX,
    description: '仮のパスワード; to be changed at the next sign-in',
  })
  @IsNotEmpty()
  @IsString()
  @MaxLength(PASSWORD_MAX)
  password: string;
}
