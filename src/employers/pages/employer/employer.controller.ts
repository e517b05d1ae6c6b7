import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { type Html, Permit } from '../../../platform/http/index.js';
import { ForPage, type PageContext } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { EmployersService } from '../../employers.service.js';
import { employerPage } from './employer.view.js';

/** 事業所: its orders and those referred there. */
@Controller('employers')
export class EmployerPageController {
  constructor(
    private readonly employers: EmployersService,
    private readonly work: UnitOfWork,
  ) {}

  @Get(':id')
  @Permit('employer.read')
  async show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return employerPage(page, await this.employers.file(page.actor, id), this.work.clock.today());
  }
}
