import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Res } from '@nestjs/common';
import { InvalidInput } from '#kernel';
import { errorText } from '#messages';
import { type Html, Permit, type SeeOther, seeOther, validated, type WebReply } from '../../platform/http/index.js';
import { ForPage, type PageContext, withDates } from '../../platform/pages/index.js';
import { ImportYearlyPlan } from '../yearly-plans.dto.js';
import { YearlyPlansService } from '../yearly-plans.service.js';
import { newPlanPage, planPage, plansPage, previewPage } from './yearly-plans.views.js';

type Typed = Record<string, unknown>;

/** 事業計画: the list of years, a year, and taking a file over after looking at it. */
@Controller('site/plans')
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
      return previewPage(page, { file, preview: await this.plans.preview(page.actor, file) });
    } catch (error) {
      return defective(page, body, error);
    }
  }

  @Post()
  @HttpCode(200)
  @Permit('yearly_plan.write')
  async import(@ForPage() page: PageContext, @Body() body: Typed): Promise<Html | SeeOther> {
    try {
      const { fiscalYear } = await this.plans.import(
        page.actor,
        (await validated(ImportYearlyPlan, withDates(body, []))).file,
      );
      return seeOther(`/site/plans/${fiscalYear}`, 'saved');
    } catch (error) {
      return defective(page, body, error);
    }
  }

  @Get(':fiscalYear')
  @Permit('yearly_plan.read')
  async show(@ForPage() page: PageContext, @Param('fiscalYear', ParseIntPipe) fiscalYear: number): Promise<Html> {
    return planPage(page, await this.plans.plan(page.actor, fiscalYear));
  }

  @Get(':fiscalYear/file')
  @Permit('yearly_plan.read')
  async file(
    @ForPage() page: PageContext,
    @Param('fiscalYear', ParseIntPipe) fiscalYear: number,
    @Res({ passthrough: true }) reply: WebReply,
  ): Promise<string> {
    const text = await this.plans.export(page.actor, fiscalYear);
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
    place: field === '' ? 'ファイル全体' : field,
    message: errorText(code, params),
  }));
  return newPlanPage(page, { file: typeof body['file'] === 'string' ? body['file'] : '', defects });
}
