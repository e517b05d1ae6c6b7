import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, Permit, type SeeOther, validated } from '../../../platform/http/index.js';
import { ForPage, type PageContext, withDates } from '../../../platform/pages/index.js';
import { ReversePlacement } from '../../dto/placement.dto.js';
import { PlacementsService } from '../../placements.service.js';
import { PlacementPage } from './placement-page.js';

/** 就職, and its reversal. */
@Controller('placements/:id')
export class PlacementPageController {
  constructor(
    private readonly placementPage: PlacementPage,
    private readonly placements: PlacementsService,
  ) {}

  @Get()
  @Permit('referral.read')
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.placementPage.show(page, id);
  }

  @Post('reversal')
  @HttpCode(200)
  @Permit('placement.reverse')
  reverse(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    return this.placementPage.take(page, id, 'reversal', body, async () =>
      this.placements.reverse(page.actor, id, await validated(ReversePlacement, withDates(body, ['reversedOn']))),
    );
  }
}
