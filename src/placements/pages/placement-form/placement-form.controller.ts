import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import {
  type Html,
  IdempotencyKey,
  IsId,
  Permit,
  type SeeOther,
  seeOther,
  validated,
} from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { ReferralsService } from '../../../referrals/index.js';
import { CaseFrame } from '../../../support-cases/index.js';
import { RecordPlacement } from '../../dto/placement.dto.js';
import { PlacementsService } from '../../placements.service.js';
import { placementFormPage } from './placement-form.view.js';

export class PlacementSourceQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  referral?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  offer?: string;
}

/** 就職の記録. */
@Controller('cases/:id/placements')
export class PlacementFormController {
  constructor(
    private readonly placements: PlacementsService,
    private readonly referrals: ReferralsService,
    private readonly frames: CaseFrame,
    private readonly work: UnitOfWork,
  ) {}

  @Get('new')
  @Permit('placement.record_self_found')
  async blank(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { referral, offer }: PlacementSourceQuery,
  ): Promise<Html> {
    const { referrals, offers } = await this.referrals.ofCase(page.actor, id);
    const source = referrals.find((one) => one.id === referral) ?? offers.find((one) => one.id === offer);
    const known = {
      referralId: referral ?? '',
      offerId: offer ?? '',
      workplaceName: source?.employerName ?? '',
      decidedOn: this.work.clock.today(),
    };
    const occupation = referrals.find((one) => one.id === referral)?.jobOrderTitle ?? '';
    return this.render(
      page,
      id,
      formState({ ...known, occupation, route: referral === undefined ? '' : 'hello_work_referral' }),
    );
  }

  @Post()
  @HttpCode(200)
  @Permit('placement.record_self_found')
  async record(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      const placement = await this.placements.record(
        page.actor,
        id,
        await validated(RecordPlacement, withDates(body, ['decidedOn', 'startsOn'])),
        key,
      );
      return seeOther(`/placements/${placement.id}`, 'saved');
    } catch (error) {
      return this.render(page, id, formState(body, error));
    }
  }

  private async render(page: PageContext, caseId: string, form: FormState): Promise<Html> {
    const { referrals } = await this.referrals.ofCase(page.actor, caseId);
    const placed = await this.placements.ofCase(page.actor, caseId);
    const isPlaced = (id: string): boolean =>
      placed.some(({ referralId, reversedOn }) => referralId === id && reversedOn === null);
    return placementFormPage(page, {
      frame: await this.frames.load(page.actor, caseId),
      hired: referrals.filter(({ id, outcome }) => outcome === 'hired' && !isPlaced(id)),
      form,
    });
  }
}
