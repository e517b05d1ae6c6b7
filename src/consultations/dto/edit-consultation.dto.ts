import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString } from 'class-validator';
import { CONSULTATION_TEXT_MAX } from '#domain/consultation';
import { IsVersion, MaxLength, Trimmed } from '../../platform/http/index.js';
import { ConsultationFields } from './consultation-fields.dto.js';

/** 相談記録の修正: the whole record as it is to be, and the version it was read at. */
export class EditConsultation extends ConsultationFields {
  @ApiProperty({ description: 'Version that was read; an older one is refused with stale_edit' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}

/** 追記. */
export class AddAddendum {
  @ApiProperty({ maxLength: CONSULTATION_TEXT_MAX })
  @Trimmed()
  @IsNotEmpty()
  @IsString()
  @MaxLength(CONSULTATION_TEXT_MAX)
  text: string;
}
