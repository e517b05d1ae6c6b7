import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { NAME_MAX } from '#domain/jobseeker';
import { ja } from '#messages';
import { DateBoxes, TextField } from '#ui';
import { type Html, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { HelloWorkRegistration } from '../../dto/hello-work-registration.dto.js';
import { HelloWorkRegistrationService } from '../../hello-work-registration.service.js';
import { JobseekersService } from '../../jobseekers.service.js';
import { smallFormPage } from './small-form.js';

const words = ja.screens.jobseekers;

/** 求職登録 by the national side. */
@Permit('registration.record')
@Controller('jobseekers/:id/hello-work-registration')
export class HelloWorkRegistrationPageController {
  constructor(
    private readonly helloWork: HelloWorkRegistrationService,
    private readonly jobseekers: JobseekersService,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.render(page, id);
  }

  @Post()
  @HttpCode(200)
  async register(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      await this.helloWork.register(
        page.actor,
        id,
        await validated(HelloWorkRegistration, withDates(body, ['helloWorkRegisteredOn'])),
      );
      return seeOther(`/jobseekers/${id}`, 'saved');
    } catch (error) {
      return this.render(page, id, formState(body, error));
    }
  }

  private async render(page: PageContext, id: string, refused?: FormState): Promise<Html> {
    const person = await this.jobseekers.get(page.actor, id);
    const { helloWorkNumber, helloWorkRegisteredOn } = person;
    const form =
      refused ??
      formState({ helloWorkNumber, helloWorkRegisteredOn: helloWorkRegisteredOn ?? this.work.clock.today() });
    const fields = (
      <>
        <TextField
          name="helloWorkNumber"
          label={words.helloWorkNumber}
          required
          maxlength={NAME_MAX}
          value={form.value('helloWorkNumber')}
          error={form.error('helloWorkNumber')}
        />
        <DateBoxes
          name="helloWorkRegisteredOn"
          label={words.helloWorkRegisteredOn}
          required
          value={form.date('helloWorkRegisteredOn')}
          error={form.error('helloWorkRegisteredOn')}
        />
      </>
    );
    return smallFormPage(page, person, {
      title: words.recordHelloWorkRegistration,
      action: `/jobseekers/${id}/hello-work-registration`,
      form,
      fields,
    });
  }
}
