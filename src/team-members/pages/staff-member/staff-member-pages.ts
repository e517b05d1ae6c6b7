import { Injectable } from '@nestjs/common';
import { type Html, type SeeOther, seeOther } from '../../../platform/http/index.js';
import { type FormState, formState, type PageContext } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { SitesRepository } from '../../../organisations/index.js';
import { PasswordResetsService } from '../../password-resets/password-resets.service.js';
import { StaffService } from '../../staff.service.js';
import { memberPage, type MemberForm } from './staff-member.view.js';

/** The page of one staff member, each act of which is a form of its own. */
@Injectable()
export class StaffMemberPages {
  constructor(
    private readonly staff: StaffService,
    private readonly resets: PasswordResetsService,
    private readonly sites: SitesRepository,
    private readonly work: UnitOfWork,
  ) {}

  /** Does it, or shows the page again with what was typed into that form. */
  async attempt(
    page: PageContext,
    id: string,
    form: MemberForm,
    body: Record<string, unknown>,
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

  async render(page: PageContext, id: string, tried?: { form: MemberForm; state: FormState }): Promise<Html> {
    const [member, reset] = await Promise.all([this.staff.get(page.actor, id), this.resets.standing(page.actor, id)]);
    const { desks } = await this.work.read(page.actor, (tx) => this.sites.current(tx));
    return memberPage(page, { member, reset, desks, today: this.work.clock.today(), tried });
  }
}
