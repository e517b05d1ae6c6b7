import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Html, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { DeparturesService } from '../../departures/departures.service.js';
import { Departure, DepartureWithdrawal } from '../../dto/departure.dto.js';
import { StaffService } from '../../staff.service.js';
import { departureBody } from './departure.form.js';
import { departurePage } from './departure.view.js';

type Typed = Record<string, unknown>;

/** 離任・異動: from which day, what is open and who takes it over; and taking back one that was typed by mistake. */
@Controller('staff/:id/departure')
export class DeparturePageController {
  constructor(
    private readonly staff: StaffService,
    private readonly departures: DeparturesService,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Permit('staff.manage')
  show(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Query('scope') scope?: string,
  ): Promise<Html> {
    const initial = { scope: scope === 'site' ? 'site' : 'organisation', leavesOn: this.work.clock.today() };
    return this.render(page, id, formState(initial));
  }

  @Post()
  @HttpCode(200)
  @Permit('staff.manage')
  async leave(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Typed,
  ): Promise<Html | SeeOther> {
    try {
      await this.departures.leave(page.actor, id, await validated(Departure, departureBody(body)));
      return seeOther(`/staff/${id}`, 'staff_left');
    } catch (error) {
      return this.render(page, id, formState(body, error));
    }
  }

  @Post('withdrawal')
  @HttpCode(200)
  @Permit('staff.manage')
  async withdraw(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Typed,
  ): Promise<Html | SeeOther> {
    try {
      const { version } = await validated(DepartureWithdrawal, withDates(body, []));
      await this.departures.withdraw(page.actor, id, version);
      return seeOther(`/staff/${id}`, 'departure_withdrawn');
    } catch (error) {
      return this.render(page, id, formState(body, error));
    }
  }

  private async render(page: PageContext, id: string, form: FormState): Promise<Html> {
    const member = await this.staff.get(page.actor, id);
    return departurePage(page, { member, sheet: await this.departures.sheet(page.actor, id), form });
  }
}
