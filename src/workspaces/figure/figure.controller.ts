import { Controller, Get, Param, Query } from '@nestjs/common';
import { monthOf } from '#kernel';
import { FiguresService, OpenedFiguresService } from '../../indicators/index.js';
import { RecordsQuery } from '../../indicators/index.js';
import { type Html, Permit } from '../../platform/http/index.js';
import { ForPage, type PageContext } from '../../platform/pages/index.js';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import { ManualFiguresService } from '../../yearly-plans/index.js';
import { manualFigurePage } from './manual-view.js';
import { figurePage } from './figure.view.js';

/** 実績の内訳: one figure opened down to the records and people it counted. */
@Controller('figures')
export class FigurePageController {
  constructor(
    private readonly figures: FiguresService,
    private readonly opened: OpenedFiguresService,
    private readonly manual: ManualFiguresService,
    private readonly work: UnitOfWork,
  ) {}

  @Get(':code')
  @Permit('figure.open')
  async show(@ForPage() page: PageContext, @Param('code') code: string, @Query() query: RecordsQuery): Promise<Html> {
    const { fiscalYear } = await this.figures.planFor(page.actor, query.from);
    const window = { from: query.from, to: query.to };
    const asOf = query.asOf ?? this.work.clock.today();
    const [line] = await this.figures.ofIndicator(page.actor, page.actor.siteId, fiscalYear, code, [window], asOf);
    if (line?.indicator.definition.type === 'manual') {
      const { items } = await this.manual.ofYear(page.actor, fiscalYear);
      const entries = items.filter(
        (entry) => entry.code === code && monthOf(window.from) <= entry.month && entry.month <= monthOf(window.to),
      );
      return manualFigurePage(page, { line, entries });
    }
    const opened = await this.opened.open(page.actor, {
      fiscalYear,
      code,
      window,
      part: query.part,
      asOf,
      page: query.page ?? 1,
    });
    return figurePage(page, { opened, part: query.part, line });
  }
}
