import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsUUID } from 'class-validator';
import { Trimmed } from '../../platform/http/index.js';

/** Something between a person and one employer (事業所). */
export class EmployerFields {
  @ApiProperty({ format: 'uuid', description: '事業所' })
  @Trimmed()
  @IsNotEmpty()
  @IsUUID()
  employerId: string;
}

/** It may concern one of the employer's orders (求人). */
export class JobOrderFields extends EmployerFields {
  @ApiPropertyOptional({ format: 'uuid', description: '求人 of this employer' })
  @Trimmed()
  @IsOptional()
  @IsUUID()
  jobOrderId?: string;
}
