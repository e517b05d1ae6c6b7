import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional } from 'class-validator';
import { IsId } from '../../platform/http/index.js';

/** Something between a person and one employer (事業所). */
export class EmployerFields {
  @ApiProperty({ format: 'uuid', description: '事業所' })
  @IsNotEmpty()
  @IsId()
  employerId: string;
}

/** It may concern one of the employer's orders (求人). */
export class JobOrderFields extends EmployerFields {
  @ApiPropertyOptional({ format: 'uuid', description: '求人 of this employer' })
  @IsOptional()
  @IsId()
  jobOrderId?: string;
}
