import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { parseTime } from '#ui';
import { type Html, Permit, type SeeOther, validated } from '../../../platform/http/index.js';
import { ForPage, type PageContext, withDates } from '../../../platform/pages/index.js';
import { ArrangeInterview, CancelInterview } from '../../dto/interview.dto.js';
import { InterviewsService } from '../../interviews.service.js';
import { ReferralPage } from '../referral/referral-page.js';

/** 面接: arranged, moved and cancelled on the page of the referral. */
@Controller('referrals/:id/interview')
export class InterviewPageController {
  constructor(
    private readonly interviews: InterviewsService,
    private readonly referralPage: ReferralPage,
  ) {}

  @Post()
  @HttpCode(200)
  @Permit('referral.write')
  arrange(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    const step = body['further'] === 'true' ? 'further' : 'interview';
    return this.referralPage.take(page, id, step, body, async () => {
      const { startsAt, ...typed } = withDates(body, ['interviewOn']);
      // 1030 will do for 10:30.
      const time = typeof startsAt === 'string' ? { startsAt: parseTime(startsAt) ?? startsAt } : {};
      return this.interviews.arrange(page.actor, id, await validated(ArrangeInterview, { ...typed, ...time }));
    });
  }

  @Post('cancellation')
  @HttpCode(200)
  @Permit('referral.write')
  cancel(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    return this.referralPage.take(page, id, 'cancellation', body, async () =>
      this.interviews.cancel(page.actor, id, await validated(CancelInterview, withDates(body, ['cancelledOn']))),
    );
  }
}
