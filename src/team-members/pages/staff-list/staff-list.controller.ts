import { Controller, Get } from '@nestjs/common';
import { type Html, Permit } from '../../../platform/http/index.js';
import { ForPage, type PageContext } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { StaffService } from '../../staff.service.js';
import { staffListPage } from './staff-list.view.js';

/** 職員の一覧 */
@Controller('staff')
export class StaffListPageController {
  constructor(
    private readonly staff: StaffService,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Permit('staff.manage')
  async show(@ForPage() page: PageContext): Promise<Html> {
    return staffListPage(page, await this.staff.managed(page.actor), this.work.clock.today());
  }
}
