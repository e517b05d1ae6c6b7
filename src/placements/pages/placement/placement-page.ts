import { Injectable } from '@nestjs/common';
import type { Html, SeeOther } from '../../../platform/http/index.js';
import type { PageContext } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { ReferralsService, type RefusedStep, takeStep } from '../../../referrals/index.js';
import { CaseFrame } from '../../../support-cases/index.js';
import { PlacementsService } from '../../placements.service.js';
import type { FollowUp } from './placement-view.js';
import { placementPage } from './placement.view.js';

/** 就職の一件 with what can be recorded of it afterwards, each a form that is shown again when it was refused. */
@Injectable()
export class PlacementPage {
  constructor(
    private readonly placements: PlacementsService,
    private readonly referrals: ReferralsService,
    private readonly frames: CaseFrame,
    private readonly work: UnitOfWork,
  ) {}

  take(
    page: PageContext,
    id: string,
    step: FollowUp,
    body: Record<string, unknown>,
    act: () => Promise<unknown>,
  ): Promise<Html | SeeOther> {
    return takeStep({ step, body, done: `/placements/${id}`, again: (refused) => this.show(page, id, refused) }, act);
  }

  async show(page: PageContext, id: string, refused?: RefusedStep<FollowUp>): Promise<Html> {
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
