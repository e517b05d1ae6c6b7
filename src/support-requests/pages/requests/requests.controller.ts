import { Controller, Get, Query } from '@nestjs/common';
import { type Html, Permit } from '../../../platform/http/index.js';
import { ForPage, type PageContext } from '../../../platform/pages/index.js';
import { type RequestBox, SupportRequestsService } from '../../support-requests.service.js';
import { requestsPage } from './requests.view.js';

/** 支援要請の一覧: what waits for an answer, and what was answered; both sides see the same list. */
@Controller('requests')
export class RequestsPageController {
  constructor(private readonly requests: SupportRequestsService) {}

  @Get()
  @Permit('case.read')
  async show(@ForPage() page: PageContext, @Query('box') asked?: string): Promise<Html> {
    const box: RequestBox = asked === 'answered' ? 'answered' : 'waiting';
    return requestsPage(page, { box, lines: await this.requests.list(page.actor, box) });
  }
}
