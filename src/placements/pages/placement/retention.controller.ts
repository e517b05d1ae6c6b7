import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, IdempotencyKey, Permit, type SeeOther, validated } from '../../../platform/http/index.js';
import { ForPage, type PageContext, withDates } from '../../../platform/pages/index.js';
import { RecordContact, RecordLeaving, WithdrawLeaving } from '../../dto/placement.dto.js';
import { RetentionService } from '../../retention.service.js';
import { PlacementPage } from './placement-page.js';

/** 定着支援: contacts, leaving, and a leaving taken back, on the page of the placement. */
@Controller('placements/:id')
export class RetentionPageController {
  constructor(
    private readonly placementPage: PlacementPage,
    private readonly retention: RetentionService,
  ) {}

  @Post('contacts')
  @HttpCode(200)
  @Permit('follow_up.record')
  contact(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    return this.placementPage.take(page, id, 'contact', body, async () =>
      this.retention.contact(page.actor, id, await validated(RecordContact, withDates(body, ['contactedOn'])), key),
    );
  }

  @Post('leaving')
  @HttpCode(200)
  @Permit('follow_up.record')
  leave(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    return this.placementPage.take(page, id, 'leaving', body, async () =>
      this.retention.leave(page.actor, id, await validated(RecordLeaving, withDates(body, ['leftOn']))),
    );
  }

  @Post('leaving/withdrawal')
  @HttpCode(200)
  @Permit('follow_up.record')
  withdrawLeaving(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    return this.placementPage.take(page, id, 'leaving-withdrawal', body, async () =>
      this.retention.withdrawLeaving(page.actor, id, await validated(WithdrawLeaving, withDates(body, []))),
    );
  }
}
