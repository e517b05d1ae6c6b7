import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { type Html, Permit, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { TakeOver } from '../../dto/take-over.dto.js';
import { type TakeOverLine, UnattendedService } from '../../unattended.service.js';
import { unattendedPage } from './unattended.view.js';

/** 担当者不在: the queue of cases in which nobody of the own organisation answers; naming somebody for several at once. */
@Controller('unattended-cases')
export class UnattendedPageController {
  constructor(private readonly unattended: UnattendedService) {}

  @Get()
  @Permit('case.assign')
  show(@ForPage() page: PageContext): Promise<Html> {
    return this.render(page, formState({}));
  }

  @Post('take-over')
  @HttpCode(200)
  @Permit('case.assign')
  async takeOver(@ForPage() page: PageContext, @Body() body: Record<string, unknown>): Promise<Html> {
    try {
      const before = await this.unattended.list(page.actor);
      const { items } = await this.unattended.takeOver(page.actor, await validated(TakeOver, withDates(body, [])));
      const numbers = new Map(before.map(({ caseId, number }) => [caseId, number]));
      return await this.render(page, formState({}), { items, numbers });
    } catch (error) {
      return this.render(page, formState(body, error));
    }
  }

  private async render(
    page: PageContext,
    form: FormState,
    done?: { readonly items: readonly TakeOverLine[]; readonly numbers: ReadonlyMap<string, string> },
  ): Promise<Html> {
    return unattendedPage(page, {
      cases: await this.unattended.list(page.actor),
      choices: await this.unattended.choices(page.actor),
      form,
      done,
    });
  }
}
