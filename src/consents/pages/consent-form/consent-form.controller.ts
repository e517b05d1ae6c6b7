import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { JobseekersRepository } from '../../../jobseekers/index.js';
import { SitesRepository } from '../../../organisations/index.js';
import { type Html, Limited, Permit } from '../../../platform/http/index.js';
import { ForPage, type PageContext } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { ConsentsRepository } from '../../consents.repository.js';
import { consentForm } from './consent-form.view.js';

/** 同意書 to print. */
@Controller('consents/:id/print')
export class PrintConsentPageController {
  constructor(
    private readonly consents: ConsentsRepository,
    private readonly jobseekers: JobseekersRepository,
    private readonly sites: SitesRepository,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Limited('export')
  @Permit('jobseeker.read')
  async show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    const content = await this.work.read(page.actor, async (tx) => {
      const consent = await this.consents.find(tx, id);
      return {
        consent,
        person: await this.jobseekers.find(tx, consent.jobseekerId),
        site: await this.sites.current(tx),
        today: tx.today,
      };
    });
    return consentForm(page, content);
  }
}
