import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { StaffService } from '../../staff.service.js';
import { IssueToken } from '../tokens.dto.js';
import { TokensService } from '../tokens.service.js';
import { tokensPage } from './tokens.view.js';

/** 連携用トークン */
@Permit('token.manage')
@Controller('tokens')
export class TokensPageController {
  constructor(
    private readonly tokens: TokensService,
    private readonly staff: StaffService,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  show(@ForPage() page: PageContext): Promise<Html> {
    return this.render(page, formState({ days: '90' }));
  }

  @Post()
  @HttpCode(200)
  async issue(@ForPage() page: PageContext, @Body() body: Record<string, unknown>): Promise<Html> {
    try {
      const { token } = await this.tokens.issue(page.actor, await validated(IssueToken, withDates(body, [])));
      // Not a redirect: the token is on this one answer and nowhere else.
      return await this.render(page, formState({ days: '90' }), token);
    } catch (error) {
      return this.render(page, formState(body, error));
    }
  }

  @Post(':id/revocation')
  @HttpCode(200)
  async revoke(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<SeeOther> {
    await this.tokens.revoke(page.actor, id);
    return seeOther('/tokens', 'token_revoked');
  }

  private async render(page: PageContext, form: FormState, issued?: string): Promise<Html> {
    const [tokens, colleagues] = await Promise.all([this.tokens.list(page.actor), this.staff.colleagues(page.actor)]);
    const holders = colleagues.filter(({ organisationId }) => organisationId === page.actor.organisationId);
    return tokensPage(page, { form, tokens, holders, issued, now: this.work.clock.now() });
  }
}
