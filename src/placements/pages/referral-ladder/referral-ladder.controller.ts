import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { type Html, Permit } from '../../../platform/http/index.js';
import { ForPage, type PageContext } from '../../../platform/pages/index.js';
import { ReferralsService } from '../../../referrals/index.js';
import { CaseFrame } from '../../../support-cases/index.js';
import { PlacementsService } from '../../placements.service.js';
import { ladderPage } from './referral-ladder.view.js';

/** 紹介・就職 of a case: the ladder, what was negotiated, offers and placements. */
@Controller('cases/:id/referrals')
export class LadderPageController {
  constructor(
    private readonly referrals: ReferralsService,
    private readonly placements: PlacementsService,
    private readonly frames: CaseFrame,
  ) {}

  @Get()
  @Permit('referral.read')
  async show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    const frame = await this.frames.load(page.actor, id);
    const records = await this.referrals.ofCase(page.actor, id);
    return ladderPage(page, { frame, ...records, placements: await this.placements.ofCase(page.actor, id) });
  }
}
