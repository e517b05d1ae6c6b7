import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional } from 'class-validator';
import { IsDay, IsRowId, IsVersion } from '../../platform/http/index.js';

/** What may be changed of a case besides its state: the desk it is worked at, and since when both sides work as a team. */
export class ChangeCase {
  @ApiPropertyOptional({ description: '窓口 (desk id); absent: none' })
  @IsOptional()
  @IsRowId()
  deskId?: number;

  @ApiPropertyOptional({ format: 'date', description: 'チーム支援の開始日; absent: no team support' })
  @IsOptional()
  @IsDay()
  teamSupportSince?: string;

  @ApiProperty({ description: 'version that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
