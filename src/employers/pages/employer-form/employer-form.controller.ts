import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { RegisterEmployer, ReviseEmployer } from '../../dto/employer.dto.js';
import { EmployersService } from '../../employers.service.js';
import { employerFormPage } from './employer-form.view.js';

/** 事業所の登録と編集. */
@Controller('employers')
export class EmployerFormController {
  constructor(private readonly employers: EmployersService) {}

  @Get('new')
  @Permit('employer.write')
  blank(@ForPage() page: PageContext): Html {
    return employerFormPage(page, { form: formState({}) });
  }

  @Post()
  @HttpCode(200)
  @Permit('employer.write')
  async register(
    @ForPage() page: PageContext,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      const { id } = await this.employers.register(
        page.actor,
        await validated(RegisterEmployer, withDates(body, [])),
        key,
      );
      return seeOther(`/employers/${id}`, 'saved');
    } catch (error) {
      return employerFormPage(page, { form: formState(body, error) });
    }
  }

  @Get(':id/edit')
  @Permit('employer.write')
  async edit(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    const { employer } = await this.employers.file(page.actor, id);
    return employerFormPage(page, { form: formState(employer), id });
  }

  @Post(':id')
  @HttpCode(200)
  @Permit('employer.write')
  async revise(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      await this.employers.revise(page.actor, id, await validated(ReviseEmployer, withDates(body, [])));
      return seeOther(`/employers/${id}`, 'saved');
    } catch (error) {
      return employerFormPage(page, { form: formState(body, error), id });
    }
  }
}
