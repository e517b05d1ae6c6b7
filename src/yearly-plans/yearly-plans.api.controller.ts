import { Body, Controller, Get, Header, Param, ParseIntPipe, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsNotEmpty, IsString } from 'class-validator';
import type { StaffActor } from '#access';
import { CurrentActor, MaxLength, Permit } from '../platform/http/index.js';
import { YearlyPlansService } from './yearly-plans.service.js';

export class ImportYearlyPlan {
  @ApiProperty({ description: '事業計画ファイル (YAML, yearly-plan/1)' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500_000)
  file: string;
}

@ApiTags('yearly plans')
@ApiBearerAuth()
@Controller('api/v1/yearly-plans')
export class YearlyPlansApiController {
  constructor(private readonly plans: YearlyPlansService) {}

  @Get()
  @Permit('yearly_plan.read')
  async years(@CurrentActor() actor: StaffActor): Promise<{ items: { fiscalYear: number }[] }> {
    return { items: (await this.plans.years(actor)).map((fiscalYear) => ({ fiscalYear })) };
  }

  @Put()
  @Permit('yearly_plan.write')
  import(@CurrentActor() actor: StaffActor, @Body() body: ImportYearlyPlan): Promise<{ fiscalYear: number; indicators: number }> {
    return this.plans.import(actor, body.file);
  }

  @Get(':fiscalYear/file')
  @Permit('yearly_plan.read')
  @Header('content-type', 'application/yaml; charset=utf-8')
  export(@CurrentActor() actor: StaffActor, @Param('fiscalYear', ParseIntPipe) fiscalYear: number): Promise<string> {
    return this.plans.export(actor, fiscalYear);
  }
}
