import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, Limited, Permit, type SeeOther, validated } from '../../../platform/http/index.js';
import { ForPage, type PageContext, withDates } from '../../../platform/pages/index.js';
import { IssueLetter } from '../../dto/referral.dto.js';
import { LettersService } from '../../letters.service.js';
import { ReferralsService } from '../../referrals.service.js';
import { ReferralPage } from '../referral/referral-page.js';
import { letterPage } from './referral-letter.view.js';

/** 紹介状: issued on the page of the referral, then printed. */
@Controller('referrals/:id/letter')
export class LetterPageController {
  constructor(
    private readonly letters: LettersService,
    private readonly referrals: ReferralsService,
    private readonly referralPage: ReferralPage,
  ) {}

  @Get()
  @Limited('export')
  @Permit('referral.write')
  async show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return letterPage(page, id, await this.letters.print(page.actor, id));
  }

  @Post()
  @HttpCode(200)
  @Permit('referral.write')
  issue(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    return this.referralPage.take(page, id, 'letter', body, async () =>
      this.referrals.issueLetter(page.actor, id, await validated(IssueLetter, withDates(body, ['letterIssuedOn']))),
    );
  }
}
