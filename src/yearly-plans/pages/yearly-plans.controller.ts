import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { InvalidInput, StaleEdit } from '#kernel';
import { errorText, ja } from '#messages';
import {
  FiscalYearPipe,
  type Html,
  IdempotencyKey,
  Limited,
  Permit,
  type SeeOther,
  seeOther,
  validated,
  type WebReply,
} from '../../platform/http/index.js';
import { ForPage, formState, type PageContext, withDates } from '../../platform/pages/index.js';
import { ImportYearlyPlan, PlanFileQuery } from '../yearly-plans.dto.js';
import { YearlyPlansService } from '../yearly-plans.service.js';
import { newPlanPage, planPage, plansPage, previewPage } from './yearly-plans.views.js';

const words = ja.screens.yearlyPlans;

type Typed = Record<string, unknown>;

/** 事業計画: the list of years, a year, and taking a file over after looking at it. */
@Controller('yearly-plans')
export class YearlyPlansPageController {
  constructor(private readonly plans: YearlyPlansService) {}

  @Get()
  @Permit('yearly_plan.read')
  async list(@ForPage() page: PageContext): Promise<Html> {
    return plansPage(page, await this.plans.years(page.actor));
  }

  @Get('new')
  @Permit('yearly_plan.write')
  blank(@ForPage() page: PageContext): Html {
    return newPlanPage(page, { file: '', defects: [] });
  }

  @Post('preview')
  @HttpCode(200)
  @Permit('yearly_plan.write')
  async preview(@ForPage() page: PageContext, @Body() body: Typed): Promise<Html> {
    try {
      const { file } = await validated(ImportYearlyPlan, withDates(body, []));
      return previewPage(page, { file, preview: await this.plans.preview(page.actor, file), form: formState({}) });
    } catch (error) {
      return defective(page, body, error);
    }
  }

  @Post()
  @HttpCode(200)
  @Permit('yearly_plan.write')
  async import(
    @ForPage() page: PageContext,
    @Body() body: Typed,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Html | SeeOther> {
    try {
      const { file, version } = await validated(ImportYearlyPlan, withDates(body, []));
      const { fiscalYear } = await this.plans.import(page.actor, file, { version, idempotencyKey });
      return seeOther(`/yearly-plans/${fiscalYear}`, 'saved');
    } catch (error) {
      return error instanceof StaleEdit ? this.renderStale(page, body, error) : defective(page, body, error);
    }
  }

  /** Somebody imported this year in between: the file again, against the plan that is there now. */
  private async renderStale(page: PageContext, body: Typed, error: StaleEdit): Promise<Html> {
    const { file } = await validated(ImportYearlyPlan, withDates(body, []));
    const form = formState({ ...body, file: '' }, error);
    return previewPage(page, { file, preview: await this.plans.preview(page.actor, file), form });
  }

  @Get(':fiscalYear')
  @Permit('yearly_plan.read')
  async show(@ForPage() page: PageContext, @Param('fiscalYear', FiscalYearPipe) fiscalYear: number): Promise<Html> {
    return planPage(page, await this.plans.plan(page.actor, fiscalYear));
  }

  @Get(':fiscalYear/file')
  @Limited('export')
  @Permit('yearly_plan.read')
  async file(
    @ForPage() page: PageContext,
    @Param('fiscalYear', FiscalYearPipe) fiscalYear: number,
    @Query() query: Typed,
    @Res({ passthrough: true }) reply: WebReply,
  ): Promise<string> {
    const { version } = await validated(PlanFileQuery, query);
    const text = await this.plans.export(page.actor, fiscalYear, version);
    void reply
      .header('content-type', 'application/yaml; charset=utf-8')
      .header('content-disposition', `attachment; filename="yearly-plan-${fiscalYear}.yaml"`);
    return text;
  }
}

/** The file again, with its defects in the order in which they stand in it. */
function defective(page: PageContext, body: Typed, error: unknown): Html {
  if (!(error instanceof InvalidInput)) throw error;
  const defects = error.fields.map(({ field, code, params }) => ({
    place: field === '' ? words.wholeFile : field,
    message: errorText(code, params),
  }));
  return newPlanPage(page, { file: typeof body['file'] === 'string' ? body['file'] : '', defects });
}
