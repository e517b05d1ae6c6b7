import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { type Html, Permit } from '../../platform/http/index.js';
import { ForPage, type PageContext } from '../../platform/pages/index.js';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import { CaseFrame } from '../../support-cases/index.js';
import { TimelineService } from '../../timeline/index.js';
import { casePeek } from './peek.view.js';

/** How much of the course the summary shows. */
const LINES = 5;

/** 概要: the summary of a case beside a list. Without script the list leads to the case itself. */
@Controller('cases')
export class PeekController {
  constructor(
    private readonly frame: CaseFrame,
    private readonly timeline: TimelineService,
    private readonly work: UnitOfWork,
  ) {}

  @Get(':id/peek')
  @Permit('case.read')
  async show(@ForPage() { actor }: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    const view = await this.work.read(actor, async (tx) => ({
      frame: await this.frame.read(tx, id),
      lines: await this.timeline.read(tx, id, { limit: LINES }),
    }));
    return casePeek(actor, view);
  }
}
