import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, Limited, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { BreakGlass, ReviewGlass } from '../../glass/broken-glass.dto.js';
import { BrokenGlassService } from '../../glass/broken-glass.service.js';
import { breakGlassPage, glassListPage, type GlassListView } from './broken-glass.view.js';

/** 緊急の閲覧: opening a record in hiding, and the auditor's review of it. */
@Controller('broken-glass')
export class BrokenGlassPageController {
  constructor(private readonly glass: BrokenGlassService) {}

  @Get('new')
  @Permit('jobseeker.break_glass')
  blank(@ForPage() page: PageContext): Html {
    return breakGlassPage(page, formState({}));
  }

  @Post()
  @HttpCode(200)
  @Limited('search')
  @Permit('jobseeker.break_glass')
  async open(@ForPage() page: PageContext, @Body() body: Record<string, unknown>): Promise<Html | SeeOther> {
    try {
      const { jobseekerId } = await this.glass.open(page.actor, await validated(BreakGlass, withDates(body, [])));
      return seeOther(`/jobseekers/${jobseekerId}`, 'glass_broken');
    } catch (error) {
      return breakGlassPage(page, formState(body, error));
    }
  }

  @Get()
  @Permit('glass.review')
  list(@ForPage() page: PageContext): Promise<Html> {
    return this.render(page);
  }

  @Post(':id/review')
  @HttpCode(200)
  @Permit('glass.review')
  async review(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      await this.glass.review(page.actor, id, await validated(ReviewGlass, withDates(body, [])));
      return seeOther('/broken-glass', 'saved');
    } catch (error) {
      return this.render(page, { id, form: formState(body, error) });
    }
  }

  private async render(page: PageContext, refused?: GlassListView['refused']): Promise<Html> {
    return glassListPage(page, { glasses: await this.glass.list(page.actor), refused });
  }
}
