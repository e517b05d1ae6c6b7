import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { SitesRepository } from '../../../organisations/index.js';
import { SiteWorkService } from '../../departures/site-work.service.js';
import { EditStaff, ResetPassword, SiteAssignment } from '../../dto/staff.dto.js';
import { StaffService } from '../../staff.service.js';
import { memberPage, type MemberForm } from './staff-member.view.js';

type Typed = Record<string, unknown>;

/** 職員: everything about one staff member, each act a form of its own. */
@Controller('staff/:id')
export class StaffMemberPageController {
  constructor(
    private readonly staff: StaffService,
    private readonly siteWork: SiteWorkService,
    private readonly sites: SitesRepository,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Permit('staff.manage')
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.render(page, id);
  }

  @Post()
  @HttpCode(200)
  @Permit('staff.manage')
  edit(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Typed,
  ): Promise<Html | SeeOther> {
    return this.attempt(page, id, 'edit', body, 'saved', async () =>
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
    return this.attempt(page, id, 'site', body, 'saved', async () =>
      this.siteWork.joinSite(page.actor, id, await validated(SiteAssignment, withDates(body, ['startsOn']))),
    );
  }

  @Post('password-reset')
  @HttpCode(200)
  @Permit('staff.manage')
  resetPassword(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Typed,
  ): Promise<Html | SeeOther> {
    return this.attempt(page, id, 'password', {}, 'password_reset', async () =>
      this.staff.resetPassword(page.actor, id, (await validated(ResetPassword, withDates(body, []))).password),
    );
  }

  @Post('unlock')
  @HttpCode(200)
  @Permit('staff.manage')
  unlock(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html | SeeOther> {
    return this.attempt(page, id, 'password', {}, 'staff_unlocked', () => this.staff.unlock(page.actor, id));
  }

  /** Does it, or shows the page again with what was typed into that form. */
  private async attempt(
    page: PageContext,
    id: string,
    form: MemberForm,
    body: Typed,
    flash: string,
    act: () => Promise<void>,
  ): Promise<Html | SeeOther> {
    try {
      await act();
      return seeOther(`/staff/${id}`, flash);
    } catch (error) {
      return this.render(page, id, { form, state: formState(body, error) });
    }
  }

  private async render(
    page: PageContext,
    id: string,
    tried?: { form: MemberForm; state: ReturnType<typeof formState> },
  ): Promise<Html> {
    const member = await this.staff.get(page.actor, id);
    const { desks } = await this.work.read(page.actor, (tx) => this.sites.current(tx));
    return memberPage(page, { member, desks, today: this.work.clock.today(), tried });
  }
}
