import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { type Html, Permit } from '../../../platform/http/index.js';
import { ForPage, type PageContext } from '../../../platform/pages/index.js';
import { CaseFrame } from '../../../support-cases/index.js';
import { ConsultationsService } from '../../consultations.service.js';
import { ConsultationsQuery } from '../../dto/consultations-query.dto.js';
import { NextActionsService } from '../../next-actions/next-actions.service.js';
import { caseConsultationsPage } from './case-consultations.view.js';

/** The consultations of a case, newest first, below what is promised. */
@Controller('cases/:id/consultations')
export class CaseConsultationsPageController {
  constructor(
    private readonly frame: CaseFrame,
    private readonly consultations: ConsultationsService,
    private readonly nextActions: NextActionsService,
  ) {}

  @Get()
  @Permit('consultation.read')
  async show(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { after }: ConsultationsQuery,
  ): Promise<Html> {
    const frame = await this.frame.load(page.actor, id);
    const [consultations, actions] = await Promise.all([
      this.consultations.ofCase(page.actor, id, after),
      this.nextActions.ofCase(page.actor, id),
    ]);
    return caseConsultationsPage(page, { frame, consultations, actions, isFirst: after === undefined });
  }
}
