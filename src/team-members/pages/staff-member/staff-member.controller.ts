import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, Permit, type SeeOther, validated } from '../../../platform/http/index.js';
import { ForPage, type PageContext, withDates } from '../../../platform/pages/index.js';
import { SiteWorkService } from '../../departures/site-work.service.js';
import { EditStaff, SiteAssignment } from '../../dto/staff.dto.js';
import { StaffService } from '../../staff.service.js';
import { StaffMemberPages } from './staff-member-pages.js';

type Typed = Record<string, unknown>;

/** 職員: everything about one staff member, each act a form of its own. */
@Controller('staff/:id')
export class StaffMemberPageController {
  constructor(
    private readonly staff: StaffService,
    private readonly siteWork: SiteWorkService,
    private readonly pages: StaffMemberPages,
  ) {}

  @Get()
  @Permit('staff.manage')
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.pages.render(page, id);
  }

  @Post()
  @HttpCode(200)
  @Permit('staff.manage')
  edit(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Typed,
  ): Promise<Html | SeeOther> {
    return this.pages.attempt(page, id, 'edit', body, 'saved', async () =>
      this.staff.edit(page.actor, id, await validated(EditStaff, withDates(body, []))),
    );
  }

  @Post('site-assignment')
  @HttpCode(200)
  @Permit('staff.manage')
  joinSite(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Typed,
  ): Promise<Html | SeeOther> {
    return this.pages.attempt(page, id, 'site', body, 'saved', async () =>
      this.siteWork.joinSite(page.actor, id, await validated(SiteAssignment, withDates(body, ['startsOn']))),
    );
  }
}
