import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { JobseekersService } from '../../../jobseekers/index.js';
import { type Html, Limited, Permit } from '../../../platform/http/index.js';
import { ForPage, type PageContext } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { SharingDecisionsService } from '../../decisions/sharing-decisions.service.js';
import { SharingLedgerService } from '../../sharing-ledger.service.js';
import { sharingLedgerPage } from './sharing-ledger.view.js';
import { sharingReceipt } from './sharing-receipt.view.js';

/** 共有台帳 of a person, and the receipt (控え) they take home. */
@Permit('jobseeker.read')
@Controller('jobseekers/:id/sharing')
export class SharingLedgerPageController {
  constructor(
    private readonly ledger: SharingLedgerService,
    private readonly decisions: SharingDecisionsService,
    private readonly jobseekers: JobseekersService,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  async show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    const decisions = await this.decisions.of(page.actor, id);
    return sharingLedgerPage(page, { ...(await this.load(page, id)), decisions });
  }

  @Get('print')
  @Limited('export')
  async print(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return sharingReceipt(page, { ...(await this.load(page, id)), today: this.work.clock.today() });
  }

  private async load(page: PageContext, id: string) {
    return { person: await this.jobseekers.get(page.actor, id), lines: await this.ledger.of(page.actor, id) };
  }
}
