import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty } from 'class-validator';
import { IsVersion } from '../../platform/http/index.js';
import { PersonFields } from './person-fields.dto.js';

/** The whole of a person's fields anew; what is left out is emptied. */
export class EditJobseeker extends PersonFields {
  @ApiProperty({ description: 'Version that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
