import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { may } from '#access';
import { type Html, Limited, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { CaseFrame } from '../../../support-cases/index.js';
import { AcceptRequest } from '../../dto/accept-request.dto.js';
import { AnswerRequest } from '../../dto/answer-request.dto.js';
import { SupportRequestsService } from '../../support-requests.service.js';
import { SupportTeamsService } from '../../../support-teams/index.js';
import type { RefusedAnswer } from './answers.js';
import { requestPrintPage } from './print.js';
import { requestPage } from './request.view.js';

/** One 支援要請: read by both sides, answered by the national one, printed. */
@Controller('requests/:id')
export class RequestPageController {
  constructor(
    private readonly requests: SupportRequestsService,
    private readonly frame: CaseFrame,
    private readonly team: SupportTeamsService,
  ) {}

  @Get()
  @Permit('case.read')
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.render(page, id);
  }

  @Get('print')
  @Limited('export')
  @Permit('case.read')
  async print(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    const request = await this.requests.get(page.actor, id);
    return requestPrintPage(page, { request, frame: await this.frame.load(page.actor, request.supportCaseId) });
  }

  @Post('acceptance')
  @HttpCode(200)
  @Permit('request.decide')
  async accept(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      // A box that is not ticked is not sent; absent would mean what the API takes it for.
      const answer = { ...withDates(body, ['decidedOn']), teamSupport: body['teamSupport'] ?? false };
      await this.requests.accept(page.actor, id, await validated(AcceptRequest, answer));
      return seeOther(`/requests/${id}`, 'request_accepted');
    } catch (error) {
      return this.render(page, id, { answer: 'accept', form: formState(body, error) });
    }
  }

  @Post('return')
  @HttpCode(200)
  @Permit('request.decide')
  async returnToSender(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      await this.requests.returnToSender(
        page.actor,
        id,
        await validated(AnswerRequest, withDates(body, ['decidedOn'])),
      );
      return seeOther(`/requests/${id}`, 'request_returned');
    } catch (error) {
      return this.render(page, id, { answer: 'return', form: formState(body, error) });
    }
  }

  private async render(page: PageContext, id: string, refused?: RefusedAnswer): Promise<Html> {
    const request = await this.requests.get(page.actor, id);
    const frame = await this.frame.load(page.actor, request.supportCaseId);
    const mayAnswer =
      request.status === 'requested' && frame.case.status !== 'closed' && may(page.actor, 'request.decide');
    return requestPage(page, {
      request,
      frame,
      answering: mayAnswer ? await this.team.caseStaff(page.actor) : undefined,
      refused,
    });
  }
}
