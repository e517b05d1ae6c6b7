import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { type Html, Permit } from '../../platform/http/index.js';
import { ForPage, type PageContext } from '../../platform/pages/index.js';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import { CaseFrame, caseLayout } from '../../support-cases/index.js';
import { TimelineService } from '../../timeline/index.js';
import { CaseAxisQuery } from './case-axis.query.js';
import { SinceLastSeenQuery } from './since-last-seen.query.js';
import { caseFile } from './case-file.view.js';

/** 支援ケースの概要: what happened since one last looked, the course so far, and everything in order. */
@Controller('cases')
export class CaseFilePageController {
  constructor(
    private readonly frame: CaseFrame,
    private readonly timeline: TimelineService,
    private readonly since: SinceLastSeenQuery,
    private readonly axis: CaseAxisQuery,
    private readonly work: UnitOfWork,
  ) {}

  @Get(':id')
  @Permit('case.read')
  async show(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Query('after') after?: string,
  ): Promise<Html> {
    const { actor } = page;
    const view = await this.work.read(actor, async (tx) => ({
      frame: await this.frame.read(tx, id),
      lines: await this.timeline.read(tx, id, { after }),
      since: await this.since.read(tx, actor, id),
      stretches: await this.axis.read(tx, id),
    }));
    return caseLayout(page, view.frame, 'overview', caseFile({ ...view, first: after === undefined }));
  }
}
