import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { PASSWORD_CHANGE_LIMIT, PasswordAttemptsGuard } from '../../../auth/index.js';
import { type Html, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { IssueMachineToken } from '../machine-accounts.dto.js';
import { OwnMachinesService } from '../own-machines.service.js';
import { ownMachinesPage, type OwnMachinesView } from './own-machines.view.js';

/** 自分が所有する連携用アカウント */
@Permit('own_account')
@Controller('account/machine-accounts')
export class OwnMachinesPageController {
  constructor(
    private readonly machines: OwnMachinesService,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  show(@ForPage() page: PageContext): Promise<Html> {
    return this.render(page, {});
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  async accept(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html | SeeOther> {
    try {
      await this.machines.accept(page.actor, id);
      return seeOther('/account/machine-accounts', 'machine_account_accepted');
    } catch (error) {
      return this.render(page, { refused: { id, form: formState({}, error) } });
    }
  }

  /** Not a redirect: the token is on this one answer and nowhere else. */
  @Post(':id/token')
  @HttpCode(200)
  @Throttle({ default: PASSWORD_CHANGE_LIMIT })
  @UseGuards(PasswordAttemptsGuard)
  async issueToken(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html> {
    try {
      const { token } = await this.machines.issueToken(
        page.actor,
        id,
        await validated(IssueMachineToken, withDates(body, [])),
      );
      return await this.render(page, { issued: token });
    } catch (error) {
      return this.render(page, { refused: { id, form: formState({}, error) } });
    }
  }

  private async render(page: PageContext, what: Pick<OwnMachinesView, 'refused' | 'issued'>): Promise<Html> {
    const accounts = await this.machines.list(page.actor);
    return ownMachinesPage(page, { ...what, accounts, today: this.work.clock.today() });
  }
}
