import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { EditJobseeker } from '../../dto/edit-jobseeker.dto.js';
import { JobseekersService } from '../../jobseekers.service.js';
import { PERSON_DATES } from '../person-fieldset.js';
import { editPage } from './edit-jobseeker.view.js';

/** 求職者の変更. */
@Controller('jobseekers')
export class EditPageController {
  constructor(private readonly jobseekers: JobseekersService) {}

  @Get(':id/edit')
  @Permit('jobseeker.edit')
  async show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    const person = await this.jobseekers.get(page.actor, id);
    return editPage(page, person, formState(person));
  }

  @Post(':id')
  @HttpCode(200)
  @Permit('jobseeker.edit')
  async edit(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      await this.jobseekers.edit(page.actor, id, await validated(EditJobseeker, withDates(body, PERSON_DATES)));
      return seeOther(`/jobseekers/${id}`, 'saved');
    } catch (error) {
      return editPage(page, await this.jobseekers.get(page.actor, id), formState(body, error));
    }
  }
}
