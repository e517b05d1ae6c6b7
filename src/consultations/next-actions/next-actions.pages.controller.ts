import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Blocked, StaleEdit } from '#kernel';
import { type Html, Permit, type SeeOther, seeOther, validated } from '../../platform/http/index.js';
import { ForPage, type PageContext, withDates } from '../../platform/pages/index.js';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import { FinishNextAction } from '../dto/finish-next-action.dto.js';
import { NextActionsService } from './next-actions.service.js';
import { staleActionPage } from './stale-action-page.js';

/** A page of ours to come back to: never an address outside. */
const ownPath = (back: unknown): string => (typeof back === 'string' && /^\/(?![/\\])/.test(back) ? back : '/');

/** The buttons behind a next action, wherever it is listed. */
@Controller('next-actions')
export class NextActionsPageController {
  constructor(
    private readonly nextActions: NextActionsService,
    private readonly work: UnitOfWork,
  ) {}

  @Post(':id/end')
  @HttpCode(200)
  @Permit('consultation.log')
  async finish(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    const { back, ...values } = withDates(body, ['doneOn']);
    try {
      await this.nextActions.finish(page.actor, id, await validated(FinishNextAction, values));
      return seeOther(ownPath(back), 'next_action_ended');
    } catch (error) {
      if (!(error instanceof StaleEdit || error instanceof Blocked)) throw error;
      return staleActionPage(page, {
        action: await this.nextActions.get(page.actor, id),
        back: ownPath(back),
        today: this.work.clock.today(),
      });
    }
  }
}
