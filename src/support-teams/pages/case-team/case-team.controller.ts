import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { SitesRepository } from '../../../organisations/index.js';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { CaseFrame, ChangeCase, SupportCasesService } from '../../../support-cases/index.js';
import { AssignStaff } from '../../dto/assign-staff.dto.js';
import { EndAssignment } from '../../dto/end-assignment.dto.js';
import { HandOver } from '../../dto/hand-over.dto.js';
import { SupportTeamsService } from '../../support-teams.service.js';
import type { RefusedForm } from './case-team.forms.js';
import { teamPage } from './case-team.view.js';

/** 支援チーム: who works on the case, adding, handing over, ending; the desk and since when both sides work as a team. */
@Controller()
export class CaseTeamPageController {
  constructor(
    private readonly frame: CaseFrame,
    private readonly team: SupportTeamsService,
    private readonly cases: SupportCasesService,
    private readonly sites: SitesRepository,
    private readonly work: UnitOfWork,
  ) {}

  @Get('cases/:id/team')
  @Permit('case.read')
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.render(page, id);
  }

  @Post('cases/:id/assignments')
  @HttpCode(200)
  @Permit('case.assign')
  async assign(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      await this.team.assign(
        page.actor,
        id,
        await validated(AssignStaff, withDates(body, ['startsOn', 'endsOn'])),
        key,
      );
      return seeOther(`/cases/${id}/team`, 'assigned');
    } catch (error) {
      return this.render(page, id, { name: 'assign', form: formState(body, error) });
    }
  }

  @Post('cases/:id')
  @HttpCode(200)
  @Permit('case.assign')
  async change(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      await this.cases.change(page.actor, id, await validated(ChangeCase, withDates(body, ['teamSupportSince'])));
      return seeOther(`/cases/${id}/team`, 'saved');
    } catch (error) {
      return this.render(page, id, { name: 'settings', form: formState(body, error) });
    }
  }

  @Post('assignments/:id/hand-over')
  @HttpCode(200)
  @Permit('case.assign')
  async handOver(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    const { supportCaseId } = await this.team.get(page.actor, id);
    try {
      await this.team.handOver(page.actor, id, await validated(HandOver, withDates(body, ['on'])), key);
      return seeOther(`/cases/${supportCaseId}/team`, 'handed_over');
    } catch (error) {
      return this.render(page, supportCaseId, { name: `hand-over-${id}`, form: formState(body, error) });
    }
  }

  @Post('assignments/:id/end')
  @HttpCode(200)
  @Permit('case.assign')
  async end(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    const { supportCaseId } = await this.team.get(page.actor, id);
    try {
      await this.team.end(page.actor, id, await validated(EndAssignment, withDates(body, ['endsOn'])));
      return seeOther(`/cases/${supportCaseId}/team`, 'assignment_ended');
    } catch (error) {
      return this.render(page, supportCaseId, { name: `end-${id}`, form: formState(body, error) });
    }
  }

  private async render(page: PageContext, id: string, refused?: RefusedForm): Promise<Html> {
    const frame = await this.frame.load(page.actor, id);
    const site = await this.work.read(page.actor, (tx) => this.sites.current(tx));
    return teamPage(page, {
      frame,
      site,
      assignments: await this.team.ofCase(page.actor, id),
      choices: await this.team.choices(page.actor),
      refused,
    });
  }
}
