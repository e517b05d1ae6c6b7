import { Controller, Get, Param, Query } from '@nestjs/common';
import { monthOf } from '#kernel';
import { OpenedFiguresService } from '../../indicators/index.js';
import { RecordsQuery } from '../../indicators/index.js';
import { CodePipe, type Html, Limited, Permit } from '../../platform/http/index.js';
import { ForPage, type PageContext } from '../../platform/pages/index.js';
import { ManualFiguresService } from '../../yearly-plans/index.js';
import { manualFigurePage } from './manual-view.js';
import { figurePage } from './figure.view.js';

/** 実績の内訳: one figure opened down to the records and people it counted. */
@Controller('figures')
export class FigurePageController {
  constructor(
    private readonly opened: OpenedFiguresService,
    private readonly manual: ManualFiguresService,
  ) {}

  @Get(':code')
  @Limited('search')
  @Permit('figure.open')
  async show(
    @ForPage() page: PageContext,
    @Param('code', CodePipe) code: string,
    @Query() query: RecordsQuery,
  ): Promise<Html> {
    const window = { from: query.from, to: query.to };
    const { fiscalYear, line, opened } = await this.opened.openWithFigure(page.actor, {
      code,
      window,
      part: query.part,
      ...(query.asOf === undefined ? {} : { asOf: query.asOf }),
      page: query.page ?? 1,
    });
    if (opened) return figurePage(page, { opened, part: query.part, line });
    const { items } = await this.manual.ofYear(page.actor, fiscalYear);
    const entries = items.filter(
      (entry) => entry.code === code && monthOf(window.from) <= entry.month && entry.month <= monthOf(window.to),
    );
    return manualFigurePage(page, { line, entries });
  }
}
