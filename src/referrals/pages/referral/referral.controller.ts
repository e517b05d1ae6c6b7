import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, Permit, type SeeOther, validated } from '../../../platform/http/index.js';
import { ForPage, type PageContext, withDates } from '../../../platform/pages/index.js';
import { RecordOutcome } from '../../dto/referral.dto.js';
import { ReferralsService } from '../../referrals.service.js';
import { ReferralPage } from './referral-page.js';

/** 紹介の一件, and its outcome. */
@Controller('referrals/:id')
export class ReferralPageController {
  constructor(
    private readonly referralPage: ReferralPage,
    private readonly referrals: ReferralsService,
  ) {}

  @Get()
  @Permit('referral.read')
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.referralPage.show(page, id);
  }

  @Post('outcome')
  @HttpCode(200)
  @Permit('referral.write')
  outcome(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    return this.referralPage.take(page, id, 'outcome', body, async () =>
      this.referrals.recordOutcome(page.actor, id, await validated(RecordOutcome, withDates(body, ['outcomeOn']))),
    );
  }
}
