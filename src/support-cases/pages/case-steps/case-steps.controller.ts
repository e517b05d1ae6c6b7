import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { CaseFrame } from '../../frame/case-frame.js';
import { RecordMeeting } from '../../steps/dto/record-meeting.dto.js';
import { ClosingService } from '../../closing/closing.service.js';
import { WithdrawClosing } from '../../closing/dto/withdraw-closing.dto.js';
import { TakeStep } from '../../steps/dto/take-step.dto.js';
import { StepsService } from '../../steps/steps.service.js';
import { stepsPage } from './case-steps.view.js';

/** 状態: where the case stands, what may be done next and by whom. */
@Controller('cases/:id')
export class StepsPageController {
  constructor(
    private readonly frame: CaseFrame,
    private readonly steps: StepsService,
    private readonly closing: ClosingService,
  ) {}

  @Get('steps')
  @Permit('case.read')
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.render(page, id);
  }

  @Post('transitions')
  @HttpCode(200)
  @Permit('case.transition')
  async take(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      await this.steps.take(page.actor, id, await validated(TakeStep, withDates(body, ['on', 'reviewOn'])));
      return seeOther(`/cases/${id}/steps`, 'case_moved');
    } catch (error) {
      return this.render(page, id, formState(body, error));
    }
  }

  @Post('meetings')
  @HttpCode(200)
  @Permit('case.transition')
  async meeting(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      await this.steps.recordMeeting(page.actor, id, await validated(RecordMeeting, withDates(body, ['heldOn'])));
      return seeOther(`/cases/${id}/steps`, 'meeting_recorded');
    } catch (error) {
      return this.render(page, id, formState(body, error));
    }
  }

  @Post('closing/withdrawal')
  @HttpCode(200)
  @Permit('case.transition')
  async withdrawClosing(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      await this.closing.withdraw(page.actor, id, await validated(WithdrawClosing, withDates(body, [])));
      return seeOther(`/cases/${id}/steps`, 'closing_withdrawn');
    } catch (error) {
      return this.render(page, id, formState(body, error));
    }
  }

  private async render(page: PageContext, id: string, refused?: FormState): Promise<Html> {
    const frame = await this.frame.load(page.actor, id);
    const againstReopening =
      frame.case.status === 'closed' ? await this.closing.withdrawalReasons(page.actor, id) : null;
    return stepsPage(page, { frame, steps: await this.steps.of(page.actor, id), againstReopening, refused });
  }
}
