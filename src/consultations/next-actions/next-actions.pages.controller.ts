import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Permit, type SeeOther, seeOther, validated } from '../../platform/http/index.js';
import { ForPage, type PageContext, withDates } from '../../platform/pages/index.js';
import { FinishNextAction } from '../dto/finish-next-action.dto.js';
import { NextActionsService } from './next-actions.service.js';

/** A page of ours to come back to: never an address outside. */
const ownPath = (back: unknown): string => (typeof back === 'string' && /^\/(?![/\\])/.test(back) ? back : '/');

/** The buttons behind a next action, wherever it is listed. */
@Controller('next-actions')
export class NextActionsPageController {
  constructor(private readonly nextActions: NextActionsService) {}

  @Post(':id')
  @HttpCode(200)
  @Permit('consultation.log')
  async finish(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string, @Body() body: Record<string, unknown>): Promise<SeeOther> {
    const { back, ...values } = withDates(body, ['doneOn']);
    await this.nextActions.finish(page.actor, id, await validated(FinishNextAction, values));
    return seeOther(ownPath(back), 'next_action_ended');
  }
}
