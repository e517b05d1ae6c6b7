import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, type FormState, formState, type PageContext } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { ConsultationsService, type ReadableConsultation } from '../../consultations.service.js';
import { EditConsultation } from '../../dto/edit-consultation.dto.js';
import { QuickLogReader } from '../../quick-log.reader.js';
import { consultationValues, NO_CASE } from '../shared/form-values.js';
import { editPage } from './edit-consultation.view.js';

/** 相談記録の修正, while the site's time for it lasts. */
@Controller('consultations/:id')
export class EditConsultationPageController {
  constructor(
    private readonly consultations: ConsultationsService,
    private readonly reader: QuickLogReader,
    private readonly work: UnitOfWork,
  ) {}

  @Get('edit')
  @Permit('consultation.amend')
  async show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    const record = await this.consultations.get(page.actor, id);
    return this.render(page, record, formState(asTyped(record)));
  }

  @Post()
  @HttpCode(200)
  @Permit('consultation.amend')
  async save(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      const record = await this.consultations.get(page.actor, id);
      await this.consultations.edit(
        page.actor,
        id,
        await validated(EditConsultation, consultationValues(body, record.author.id)),
      );
      return seeOther(`/consultations/${id}`, 'saved');
    } catch (error) {
      return this.render(page, await this.consultations.get(page.actor, id), formState(body, error));
    }
  }

  private async render(page: PageContext, record: ReadableConsultation, form: FormState): Promise<Html> {
    const [choices, person] = await this.reader.choicesAndPerson(page.actor, this.work.clock.today(), {
      jobseekerId: record.jobseekerId,
    });
    return editPage(page, { record, form, choices, person });
  }
}

/** The record as its form would have been filled in. */
function asTyped(record: ReadableConsultation): Record<string, unknown> {
  return {
    supportCaseId: record.supportCaseId ?? NO_CASE,
    deskId: String(record.deskId ?? ''),
    heldOn: record.heldOn,
    startedAt: record.startedAt ?? '',
    minutes: String(record.minutes ?? ''),
    kind: record.kind,
    channel: record.channel,
    byAppointment: String(record.byAppointment),
    outcomes: record.outcomes,
    sharedText: record.sharedText,
    ownNote: record.ownNote ?? '',
    participantIds: record.participants.map(({ id }) => id),
    version: String(record.version),
  };
}
