import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { type Html, Permit } from '../../../platform/http/index.js';
import { ForPage, type PageContext } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { JobseekersService } from '../../jobseekers.service.js';
import { PersonPanels } from './jobseeker.panels.js';
import { personPage } from './jobseeker.view.js';

/** 求職者: everything about one person. */
@Controller('jobseekers')
export class PersonPageController {
  constructor(
    private readonly jobseekers: JobseekersService,
    private readonly panels: PersonPanels,
    private readonly work: UnitOfWork,
  ) {}

  @Get(':id')
  @Permit('jobseeker.read')
  async show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    const file = await this.jobseekers.file(page.actor, id);
    const panels = await this.panels.render(page, file.person);
    return personPage(page, { file, panels, today: this.work.clock.today() });
  }
}
