import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, IdempotencyKey, Permit, type SeeOther, validated } from '../../../platform/http/index.js';
import { ForPage, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { ReferralsService, type RefusedStep, takeStep } from '../../../referrals/index.js';
import { CaseFrame } from '../../../support-cases/index.js';
import { RecordContact, RecordLeaving, ReversePlacement } from '../../dto/placement.dto.js';
import { PlacementsService } from '../../placements.service.js';
import type { FollowUp } from './placement-view.js';
import { placementPage } from './placement.view.js';

type Typed = Record<string, unknown>;

/** 就職: follow-up contacts, leaving, reversal. */
@Controller('placements/:id')
export class PlacementPageController {
  constructor(
    private readonly placements: PlacementsService,
    private readonly referrals: ReferralsService,
    private readonly frames: CaseFrame,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Permit('referral.read')
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.render(page, id);
  }

  @Post('contacts')
  @HttpCode(200)
  @Permit('follow_up.record')
  contact(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Typed,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    return this.save(page, id, 'contact', body, async () =>
      this.placements.contact(page.actor, id, await validated(RecordContact, withDates(body, ['contactedOn'])), key),
    );
  }

  @Post('left')
  @HttpCode(200)
  @Permit('follow_up.record')
  left(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Typed,
  ): Promise<Html | SeeOther> {
    return this.save(page, id, 'left', body, async () =>
      this.placements.leave(page.actor, id, await validated(RecordLeaving, withDates(body, ['leftOn']))),
    );
  }

  @Post('reverse')
  @HttpCode(200)
  @Permit('placement.reverse')
  reverse(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Typed,
  ): Promise<Html | SeeOther> {
    return this.save(page, id, 'reverse', body, async () =>
      this.placements.reverse(page.actor, id, await validated(ReversePlacement, withDates(body, ['reversedOn']))),
    );
  }

  private save(
    page: PageContext,
    id: string,
    step: FollowUp,
    body: Typed,
    act: () => Promise<unknown>,
  ): Promise<Html | SeeOther> {
    return takeStep({ step, body, done: `/placements/${id}`, again: (refused) => this.render(page, id, refused) }, act);
  }

  private async render(page: PageContext, id: string, refused?: RefusedStep<FollowUp>): Promise<Html> {
    const file = await this.placements.file(page.actor, id);
    return placementPage(page, {
      ...file,
      frame: await this.frames.above(page.actor, file.placement),
      reasons: await this.referrals.reasonsFor(page.actor, ['reversed', 'left']),
      today: this.work.clock.today(),
      refused,
    });
  }
}
