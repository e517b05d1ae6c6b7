import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { AddMachineAccount, AskOwner } from '../machine-accounts.dto.js';
import { MachineAccountsService } from '../machine-accounts.service.js';
import { machineAccountsPage, type MachineAccountsView } from './machine-accounts.view.js';

type Typed = Record<string, unknown>;

/** 連携用アカウント */
@Permit('token.manage')
@Controller('machine-accounts')
export class MachineAccountsPageController {
  constructor(
    private readonly accounts: MachineAccountsService,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  show(@ForPage() page: PageContext): Promise<Html> {
    return this.render(page, { form: formState({}) });
  }

  @Post()
  @HttpCode(200)
  async add(
    @ForPage() page: PageContext,
    @Body() body: Typed,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      await this.accounts.add(
        page.actor,
        await validated(AddMachineAccount, withScopes(withDates(body, ['endsOn']))),
        key,
      );
      return seeOther('/machine-accounts', 'machine_account_added');
    } catch (error) {
      return this.render(page, { form: formState(body, error) });
    }
  }

  @Post(':id/owner')
  @HttpCode(200)
  async askOwner(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Typed,
  ): Promise<Html | SeeOther> {
    try {
      await this.accounts.askOwner(page.actor, id, await validated(AskOwner, withDates(body, [])));
      return seeOther('/machine-accounts', 'machine_owner_asked');
    } catch (error) {
      return this.render(page, { form: formState({}), asking: { id, form: formState(body, error) } });
    }
  }

  @Post(':id/end')
  @HttpCode(200)
  async end(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<SeeOther> {
    await this.accounts.end(page.actor, id);
    return seeOther('/machine-accounts', 'machine_account_ended');
  }

  private async render(page: PageContext, tried: Pick<MachineAccountsView, 'form' | 'asking'>): Promise<Html> {
    const [accounts, candidates] = await Promise.all([
      this.accounts.list(page.actor),
      this.accounts.candidates(page.actor),
    ]);
    return machineAccountsPage(page, { ...tried, accounts, candidates, today: this.work.clock.today() });
  }
}

/** A single chip that was chosen comes as a text. */
function withScopes(typed: Typed): Typed {
  const { scopes = [] } = typed;
  return { ...typed, scopes: typeof scopes === 'string' ? [scopes] : scopes };
}
