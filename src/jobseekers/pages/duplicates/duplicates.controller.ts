import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Html, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { DecideDuplicate } from '../../dto/decide-duplicate.dto.js';
import { DuplicateQueueService } from '../../duplicates/duplicate-queue.service.js';
import { duplicatesPage, type DuplicatesView } from './duplicates.view.js';

/** 重複の確認: each organisation says of its own record whether it may be whom another knows. */
@Permit('duplicate.resolve')
@Controller('duplicates')
export class DuplicatesPageController {
  constructor(
    private readonly queue: DuplicateQueueService,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  show(@ForPage() page: PageContext, @Query('revise') revised?: string): Promise<Html> {
    return this.render(page, revised);
  }

  @Post(':id/decision')
  @HttpCode(200)
  async decide(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      await this.queue.decide(page.actor, id, await validated(DecideDuplicate, withDates(body, [])));
      return seeOther('/duplicates', 'saved');
    } catch (error) {
      return this.render(page, undefined, { id, form: formState(body, error) });
    }
  }

  private async render(page: PageContext, revised?: string, refused?: DuplicatesView['refused']): Promise<Html> {
    const questions = await this.queue.list(page.actor);
    return duplicatesPage(page, { questions, revised, refused, today: this.work.clock.today() });
  }
}
