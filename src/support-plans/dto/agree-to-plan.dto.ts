import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNotEmpty } from 'class-validator';
import { AGREEMENT_METHODS, type AgreementMethod } from '#domain/support-plan';
import { IsDay, IsVersion } from '../../platform/http/index.js';

/** 本人の同意 to one version, as it was read. */
export class AgreeToPlan {
  @ApiProperty({ description: 'number of the version agreed to (版)' })
  @IsNotEmpty()
  @IsVersion()
  planVersion: number;

  @ApiProperty({ format: 'date', description: '同意日' })
  @IsNotEmpty()
  @IsDay()
  agreedOn: string;

  @ApiProperty({ enum: AGREEMENT_METHODS, description: '同意の方法' })
  @IsNotEmpty()
  @IsIn(AGREEMENT_METHODS)
  agreedHow: AgreementMethod;

  @ApiProperty({ description: 'version of the plan that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
