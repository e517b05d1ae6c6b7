import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, type FormState, formState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { ConsultationsService } from '../../consultations.service.js';
import { AddAddendum } from '../../dto/edit-consultation.dto.js';
import { recordPage } from './consultation.view.js';

/** One record of a consultation, and what was added to it. */
@Controller('consultations/:id')
export class RecordPageController {
  constructor(
    private readonly consultations: ConsultationsService,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Permit('consultation.read')
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.render(page, id, formState({}));
  }

  @Post('addenda')
  @HttpCode(200)
  @Permit('consultation.amend')
  async add(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      await this.consultations.addAddendum(page.actor, id, await validated(AddAddendum, withDates(body, [])), key);
      return seeOther(`/consultations/${id}`, 'addendum_added');
    } catch (error) {
      return this.render(page, id, formState(body, error));
    }
  }

  private async render(page: PageContext, id: string, form: FormState): Promise<Html> {
    return recordPage(page, {
      record: await this.consultations.get(page.actor, id),
      form,
      today: this.work.clock.today(),
    });
  }
}
