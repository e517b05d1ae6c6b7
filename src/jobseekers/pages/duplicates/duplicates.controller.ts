import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { DecideDuplicate } from '../../dto/decide-duplicate.dto.js';
import { DuplicateQueueService } from '../../duplicates/duplicate-queue.service.js';
import { duplicatesPage } from './duplicates.view.js';

/** 重複の確認: the site administrator decides whether two records are one person. */
@Permit('duplicate.resolve')
@Controller('duplicates')
export class DuplicatesPageController {
  constructor(private readonly queue: DuplicateQueueService) {}

  @Get()
  show(@ForPage() page: PageContext): Promise<Html> {
    return this.render(page);
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
      return this.render(page, { id, form: formState(body, error) });
    }
  }

  private async render(page: PageContext, refused?: { id: string; form: FormState }): Promise<Html> {
    return duplicatesPage(page, { suspicions: await this.queue.list(page.actor), refused });
  }
}
