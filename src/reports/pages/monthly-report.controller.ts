import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { may } from '#access';
import {
  type Html,
  IdempotencyKey,
  Limited,
  Permit,
  type SeeOther,
  seeOther,
  validated,
} from '../../platform/http/index.js';
import { ForPage, type FormState, formState, type PageContext, withDates } from '../../platform/pages/index.js';
import { MakeReport } from '../make-report.dto.js';
import { ReportsService } from '../reports.service.js';
import { reportPage, reportsPage } from './monthly-report.view.js';

/** 月次報告 */
@Controller('reports')
export class ReportsPageController {
  constructor(private readonly reports: ReportsService) {}

  @Get()
  @Permit('report.read')
  async list(@ForPage() page: PageContext): Promise<Html> {
    return this.render(page, formState({}));
  }

  @Post()
  @HttpCode(200)
  @Permit('report.make')
  async make(
    @ForPage() page: PageContext,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      const { month } = await validated(MakeReport, withDates(body, []));
      const { id } = await this.reports.make(page.actor, month, key);
      return seeOther(`/reports/${id}`, 'saved');
    } catch (error) {
      return this.render(page, formState(body, error));
    }
  }

  @Get(':id')
  @Limited('export')
  @Permit('report.read')
  async show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return reportPage(page, await this.reports.get(page.actor, id));
  }

  private async render(page: PageContext, form: FormState): Promise<Html> {
    const missing = may(page.actor, 'report.make') ? await this.reports.missing(page.actor) : [];
    return reportsPage(page, { form, missing, reports: await this.reports.list(page.actor) });
  }
}
