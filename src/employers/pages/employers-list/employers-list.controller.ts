import { Controller, Get, Query } from '@nestjs/common';
import { type Html, Limited, Permit } from '../../../platform/http/index.js';
import { ForPage, type PageContext } from '../../../platform/pages/index.js';
import { EmployersQuery } from '../../dto/employer.dto.js';
import { EmployersService } from '../../employers.service.js';
import { employersPage } from './employers-list.view.js';

/** 事業所の一覧. */
@Controller('employers')
export class EmployersPageController {
  constructor(private readonly employers: EmployersService) {}

  @Get()
  @Limited('search')
  @Permit('employer.read')
  async show(@ForPage() page: PageContext, @Query() query: EmployersQuery): Promise<Html> {
    return employersPage(page, { q: query.q ?? '', ...(await this.employers.list(page.actor, query)) });
  }
}
