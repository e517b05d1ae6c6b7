import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { SitesRepository } from '../../../organisations/index.js';
import { RegisterStaff } from '../../dto/staff.dto.js';
import { StaffService } from '../../staff.service.js';
import { newStaffPage } from './new-staff-member.view.js';

/** 職員の登録 */
@Controller('staff')
export class NewStaffPageController {
  constructor(
    private readonly staff: StaffService,
    private readonly sites: SitesRepository,
    private readonly work: UnitOfWork,
  ) {}

  @Get('new')
  @Permit('staff.manage')
  blank(@ForPage() page: PageContext): Promise<Html> {
    return this.render(page, formState({ role: 'case_staff', startsOn: this.work.clock.today() }));
  }

  @Post()
  @HttpCode(200)
  @Permit('staff.manage')
  async register(
    @ForPage() page: PageContext,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      const { id } = await this.staff.register(
        page.actor,
        await validated(RegisterStaff, withDates(body, ['startsOn'])),
        key,
      );
      return seeOther(`/staff/${id}`, 'staff_registered');
    } catch (error) {
      return this.render(page, formState(body, error));
    }
  }

  private async render(page: PageContext, form: FormState): Promise<Html> {
    const { desks } = await this.work.read(page.actor, (tx) => this.sites.current(tx));
    return newStaffPage(page, { form, desks });
  }
}
