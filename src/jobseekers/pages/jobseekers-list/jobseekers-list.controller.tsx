import { Controller, Get, Query } from '@nestjs/common';
import { Html, Limited, Permit } from '../../../platform/http/index.js';
import { ForPage, type PageContext } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { SearchJobseekers } from '../../dto/search-jobseekers.dto.js';
import { JobseekersService } from '../../jobseekers.service.js';
import { listPage, suggestions } from './jobseekers-list.view.js';

const SUGGESTIONS = 12;

/** 求職者の検索と一覧. */
@Controller('jobseekers')
export class ListPageController {
  constructor(
    private readonly jobseekers: JobseekersService,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Limited('search')
  @Permit('jobseeker.search')
  async show(@ForPage() page: PageContext, @Query('q') q?: unknown, @Query('cursor') cursor?: unknown): Promise<Html> {
    const query: SearchJobseekers = {
      q: typeof q === 'string' ? q.slice(0, 100) : '',
      ...(typeof cursor === 'string' ? { cursor } : {}),
    };
    return listPage(page, {
      query,
      found: await this.jobseekers.search(page.actor, query),
      today: this.work.clock.today(),
    });
  }

  /** Answers a combobox while somebody types. */
  @Get('suggestions')
  @Limited('search')
  @Permit('jobseeker.search')
  async suggest(@ForPage() page: PageContext, @Query('q') q?: unknown): Promise<Html> {
    const { items } = await this.jobseekers.search(page.actor, {
      q: typeof q === 'string' ? q.slice(0, 100) : '',
      limit: SUGGESTIONS,
    });
    return suggestions(items, this.work.clock.today());
  }
}
