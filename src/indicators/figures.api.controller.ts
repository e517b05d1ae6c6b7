import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { StaffActor } from '#access';
import type { PlanSetting, Window } from '#indicators';
import { InvalidInput, type IsoDate, type YearMonth } from '#kernel';
import { CodePipe, CurrentActor, IsDay, IsMonth, Limited, NumberFromText, Permit } from '../platform/http/index.js';
import { FiguresService, type IndicatorFigure } from './figures.service.js';
import { type FigurePart, type OpenedFigure, OpenedFiguresService } from './opened-figures.service.js';

/** Far beyond any figure; the database counts records by int. */
const LAST_PAGE = 1_000_000;

export class MonthQuery {
  @ApiProperty({ example: '2012-04' })
  @IsMonth()
  month: string;

  @ApiPropertyOptional({ format: 'date', description: '時点: what was known on this day' })
  @IsOptional()
  @IsDay()
  asOf?: string;
}

export class RecordsQuery {
  @ApiProperty({ format: 'date' })
  @IsDay()
  from: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  to: string;

  @ApiPropertyOptional({ default: 'value', description: 'value | numerator | denominator | term-<n>' })
  @IsOptional()
  @Matches(/^(value|numerator|denominator|term-\d{1,3})$/)
  part: FigurePart = 'value';

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  asOf?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: LAST_PAGE, default: 1, description: 'Of the records, 50 a page' })
  @NumberFromText()
  @IsOptional()
  @IsInt()
  @Min(1, { context: { min: 1, max: LAST_PAGE } })
  @Max(LAST_PAGE, { context: { min: 1, max: LAST_PAGE } })
  page?: number;
}

/** One indicator over one window. */
export interface FigureLine extends Pick<IndicatorFigure, 'window' | 'figure' | 'targets'> {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly settings: readonly PlanSetting[];
  readonly definitionVersion: number;
}

/** 月次の実績. */
export interface FiguresOfMonth {
  readonly fiscalYear: number;
  /** Days the plan covers. */
  readonly window: Window;
  readonly month: YearMonth;
  readonly asOf: IsoDate;
  readonly inMonth: readonly FigureLine[];
  readonly toDate: readonly FigureLine[];
}

@ApiTags('figures')
@ApiBearerAuth()
@Controller('api/v1/figures')
export class FiguresApiController {
  constructor(
    private readonly figures: FiguresService,
    private readonly opened: OpenedFiguresService,
  ) {}

  /** A month's figures and those of the year to date, with targets and progress. */
  @Get()
  @Permit('figure.read')
  async ofMonth(@CurrentActor() actor: StaffActor, @Query() query: MonthQuery): Promise<FiguresOfMonth> {
    const { plan, month, asOf, inMonth, toDate } = await this.figures.ofMonth(
      actor,
      actor.siteId,
      query.month,
      query.asOf,
    );
    return {
      fiscalYear: plan.fiscalYear,
      window: plan.window,
      month,
      asOf,
      inMonth: inMonth.map(line),
      toDate: toDate.map(line),
    };
  }

  /** The records one figure counted. */
  @Get(':code/records')
  @Limited('search')
  @Permit('figure.open')
  async records(
    @CurrentActor() actor: StaffActor,
    @Param('code', CodePipe) code: string,
    @Query() query: RecordsQuery,
  ): Promise<Omit<OpenedFigure, 'indicator'>> {
    if (query.to < query.from) throw new InvalidInput([{ field: 'to', code: 'end_before_start' }]);
    const { indicator: _, ...opened } = await this.opened.open(actor, {
      code,
      window: { from: query.from, to: query.to },
      part: query.part,
      ...(query.asOf === undefined ? {} : { asOf: query.asOf }),
      page: query.page ?? 1,
    });
    return opened;
  }
}

function line({ indicator, window, figure, targets }: IndicatorFigure): FigureLine {
  return {
    code: indicator.code,
    name: indicator.name,
    unit: indicator.unit,
    window,
    figure,
    targets,
    settings: indicator.settings,
    definitionVersion: indicator.version,
  };
}
